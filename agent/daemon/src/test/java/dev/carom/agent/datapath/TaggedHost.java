package dev.carom.agent.datapath;

import dev.carom.agent.linux.PacketSocket;
import dev.carom.agent.packet.MacAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.pcap4j.core.PcapHandle.PcapDirection;

/**
 * Plays a host within a VLAN, on a host of a {@link TestSegment} whose kernel knows no VLANs: answers ARP for its
 * address in frames of that tag, and keeps what comes in with it.
 */
public final class TaggedHost implements AutoCloseable {
    private static final int ARP_TARGET = 18 + 24;

    private final int vlan;
    private final byte[] address;
    private final MacAddress mac;
    private final FrameWatch watch;
    private final PacketSocket socket;
    private final List<byte[]> heard = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean stopped;

    public TaggedHost(TestSegment segment, String host, int vlan, byte[] address) throws Exception {
        this.vlan = vlan;
        this.address = address.clone();
        mac = segment.mac(host);
        watch = segment.in(host, () -> new FrameWatch(PcapDirection.IN));
        socket = segment.in(
                host, () -> PacketSocket.open(NetworkInterface.getByName("eth0").getIndex()));
        thread = Thread.ofPlatform().start(this::listen);
    }

    private void listen() {
        try {
            while (!stopped) {
                for (byte[] frame : watch.take(1, 20, this::isOurs)) {
                    heard.add(frame);
                    if (asksForUs(frame)) {
                        socket.send(answer(frame));
                    }
                }
            }
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private boolean isOurs(byte[] frame) {
        return TestFrames.etherType(frame) == 0x8100 && (frame[15] & 0xff) == vlan;
    }

    private boolean asksForUs(byte[] frame) {
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        return (bytes.getShort(16) & 0xffff) == 0x0806
                && bytes.getShort(18 + 6) == 1
                && ByteBuffer.wrap(frame, ARP_TARGET, 4).equals(ByteBuffer.wrap(address));
    }

    private byte[] answer(byte[] question) {
        byte[] answer = question.clone();
        System.arraycopy(question, 6, answer, 0, 6);
        System.arraycopy(mac.toBytes(), 0, answer, 6, 6);
        answer[18 + 7] = 2;
        System.arraycopy(mac.toBytes(), 0, answer, 18 + 8, 6);
        System.arraycopy(address, 0, answer, 18 + 14, 4);
        System.arraycopy(question, 18 + 8, answer, 18 + 18, 10);
        return answer;
    }

    /** What came in with the tag so far. */
    public boolean heard(Predicate<byte[]> wanted) {
        return heard.stream().anyMatch(wanted);
    }

    public void send(byte[] frame) {
        socket.send(frame);
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
        watch.close();
        socket.close();
    }
}
