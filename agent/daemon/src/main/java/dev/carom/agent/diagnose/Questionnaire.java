package dev.carom.agent.diagnose;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.diagnose.PacketWriter.Path;
import dev.carom.agent.forwarding.DesiredState.Protocol;
import dev.carom.agent.neighbor.ArpFrame;
import dev.carom.agent.neighbor.NeighborDiscoveryFrame;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The questions about one subject, from one interface. Source ports and echo ids count up from {@code firstId}. */
final class Questionnaire {
    /** What reaches a loopback spends no hop; what is routed on has none left. */
    private static final int ONE_HOP = 1;

    private static final int HOPS = 64;
    private static final int SEQUENCE = 0x0ca20_000;
    private static final IpAddress NOBODY = IpAddress.ofIpv4(0);
    /** RFC 5737: nobody is there, and hosts route to them as they do to clients. */
    private static final List<IpAddress> STRANGERS =
            List.of(IpAddress.parse("192.0.2.1"), IpAddress.parse("198.51.100.1"), IpAddress.parse("203.0.113.1"));

    private final Subject subject;
    private final AttachedInterface link;
    private final IpAddress own;
    private final int mss;
    private int nextId;

    Questionnaire(Subject subject, AttachedInterface link, IpAddress own, int mss, int firstId) {
        this.subject = subject;
        this.link = link;
        this.own = own;
        this.mss = mss;
        this.nextId = firstId;
    }

    Question neighbor() {
        byte[] frame = isIpv4()
                ? ArpFrame.request(link.mac(), own, backend(), MacAddress.BROADCAST)
                : NeighborDiscoveryFrame.solicitation(link.mac(), own, backend(), Optional.empty());
        return new Question(CheckName.NEIGHBOR, "", frame, is(backend(), own, Optional.empty()));
    }

    /** Answered from that very MAC: every question for the address is answered by its true owner too. */
    Question neighborAt(MacAddress pinned) {
        byte[] frame = isIpv4()
                ? ArpFrame.request(link.mac(), own, backend(), pinned)
                : NeighborDiscoveryFrame.solicitation(link.mac(), own, backend(), Optional.of(pinned));
        return new Question(CheckName.NEIGHBOR_AT_PINNED, "", frame, is(backend(), own, Optional.of(pinned)));
    }

    /** IPv4 alone. */
    Question neighborWithoutSender() {
        return new Question(
                CheckName.NEIGHBOR_WITHOUT_SENDER,
                "",
                ArpFrame.probe(link.mac(), backend()),
                is(backend(), NOBODY, Optional.empty()));
    }

    Question answersForVip(MacAddress backendMac) {
        byte[] frame = isIpv4()
                ? ArpFrame.request(link.mac(), own, vip(), MacAddress.BROADCAST)
                : NeighborDiscoveryFrame.solicitation(link.mac(), own, vip(), Optional.empty());
        return new Question(CheckName.ANSWERS_FOR_VIP, "", frame, is(vip(), own, Optional.of(backendMac)));
    }

    /** To be asked by the VIP's owner alone: the backend learns from it where the VIP is. */
    Question askedAsVip(MacAddress mac) {
        if (isIpv4()) {
            return new Question(
                    CheckName.ASKED_AS_VIP,
                    "",
                    ArpFrame.request(link.mac(), vip(), backend(), mac),
                    is(backend(), vip(), Optional.of(mac)));
        }
        int id = nextId++;
        byte[] frame = PacketWriter.echo(new Path(link.mac(), mac, vip(), backend(), HOPS), id);
        return new Question(CheckName.ASKED_AS_VIP, "", frame, heard -> seeksVip(heard, mac, id));
    }

    /** It answers to the VIP, or asks where that is. */
    private Optional<Reply> seeksVip(Heard heard, MacAddress mac, int id) {
        boolean seeks = switch (heard.content()) {
            case Heard.Echo echo ->
                echo.reply() && echo.id() == id && echo.ip().source().equals(backend());
            case Heard.Neighbor neighbor ->
                !neighbor.answer()
                        && neighbor.target().equals(vip())
                        && neighbor.peer().high() != 0
                        && heard.from().equals(mac);
            default -> false;
        };
        return seeks ? Optional.of(Reply.ANSWERED) : Optional.empty();
    }

    /** IPv4 alone. */
    List<Question> askedAsStrangers(MacAddress mac) {
        return STRANGERS.stream()
                .filter(stranger -> !link.reaches(stranger))
                .map(stranger -> new Question(
                        CheckName.ASKED_AS_STRANGER,
                        stranger.toString(),
                        ArpFrame.request(link.mac(), stranger, backend(), mac),
                        is(backend(), stranger, Optional.of(mac))))
                .toList();
    }

    Question echo(MacAddress mac) {
        int id = nextId++;
        byte[] frame = PacketWriter.echo(toVip(mac), id);
        return new Question(CheckName.ECHO, "", frame, Replies.ofEcho(vip(), id));
    }

    Question brokenOption(MacAddress mac) {
        int id = nextId++;
        byte[] frame = PacketWriter.echoWithBrokenOption(toVip(mac), id);
        return new Question(CheckName.BROKEN_OPTION, "", frame, Replies.ofBrokenOption(vip(), id));
    }

    Question closedPort(MacAddress mac, int port) {
        return tcp(CheckName.CLOSED_PORT, "tcp/" + port, toVip(mac), port);
    }

    Question throughVip(MacAddress mac, Subject.Service service) {
        return ask(CheckName.SERVICE, service, toVip(mac));
    }

    Question direct(MacAddress mac, Subject.Service service) {
        return ask(CheckName.SERVICE_DIRECT, service, new Path(link.mac(), mac, own, backend(), HOPS));
    }

    private Question ask(CheckName check, Subject.Service service, Path path) {
        if (service.protocol() == Protocol.TCP) {
            return tcp(check, service.toString(), path, service.port());
        }
        int id = nextId++;
        byte[] frame = PacketWriter.udp(path, id, service.port(), new byte[0]);
        return new Question(check, service.toString(), frame, Replies.ofUdp(path.destination(), service.port(), id));
    }

    private Question tcp(CheckName check, String about, Path path, int port) {
        int id = nextId++;
        byte[] frame = PacketWriter.tcp(path, id, port, SEQUENCE, 0, PacketWriter.SYN, mss);
        return new Question(check, about, frame, Replies.ofSyn(path.destination(), port, id));
    }

    /** Ends what a SYN-ACK began, so that no backend keeps a half-open connection. */
    byte[] reset(Heard heard, Heard.Tcp accepted) {
        Path back = new Path(
                link.mac(),
                heard.from(),
                accepted.ip().destination(),
                accepted.ip().source(),
                HOPS);
        return PacketWriter.tcp(back, accepted.port(), accepted.sourcePort(), SEQUENCE + 1, 0, PacketWriter.RST, 0);
    }

    private Path toVip(MacAddress mac) {
        int hops = switch (subject.backend().kind()) {
            case LOOPBACK -> ONE_HOP;
            case KUBE_PROXY -> HOPS;
        };
        return new Path(link.mac(), mac, own, vip(), hops);
    }

    private static Function<Heard, Optional<Reply>> is(IpAddress address, IpAddress asker, Optional<MacAddress> from) {
        return heard -> heard.content() instanceof Heard.Neighbor neighbor
                        && neighbor.answer()
                        && neighbor.target().equals(address)
                        && neighbor.peer().equals(asker)
                        && from.filter(mac -> !mac.equals(heard.from())).isEmpty()
                ? Optional.of(Reply.ANSWERED)
                : Optional.empty();
    }

    private boolean isIpv4() {
        return vip().isIpv4();
    }

    private IpAddress vip() {
        return subject.vip().address();
    }

    private IpAddress backend() {
        return subject.backend().address();
    }
}
