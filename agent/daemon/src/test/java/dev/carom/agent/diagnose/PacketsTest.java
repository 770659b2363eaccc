package dev.carom.agent.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.diagnose.PacketWriter.Path;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PacketsTest {
    private static final MacAddress NODE = MacAddress.parse("02:00:00:00:00:11");
    private static final MacAddress BACKEND = MacAddress.parse("02:00:00:00:00:21");
    private static final Path TO_VIP =
            new Path(NODE, BACKEND, IpAddress.parse("10.0.0.11"), IpAddress.parse("10.0.0.100"), 1);
    private static final Path TO_VIP6 =
            new Path(NODE, BACKEND, IpAddress.parse("2001:db8::11"), IpAddress.parse("2001:db8::100"), 1);

    @Test
    void aSynSaysItsMaximumSegmentSize() {
        byte[] frame = PacketWriter.tcp(TO_VIP, 40_000, 80, 1, 0, PacketWriter.SYN, 1460);
        assertThat(FrameText.of(frame))
                .isEqualTo("02:00:00:00:00:11 > 02:00:00:00:00:21: 10.0.0.11 > 10.0.0.100 ttl 1,"
                        + " TCP 40000 > 80 SYN, MSS 1460");
    }

    @Test
    void checksumsAreThoseOfTheWire() {
        byte[] frame = PacketWriter.echo(TO_VIP, 0x1234);
        assertThat(HexFormat.of().formatHex(frame, 14, 34)).isEqualTo("4500002800004000010165670a00000b0a000064");
        byte[] version6 = PacketWriter.tcp(TO_VIP6, 40_000, 80, 1, 0, PacketWriter.SYN, 1440);
        assertThat(FrameText.of(version6)).contains("2001:db8:0:0:0:0:0:11 > 2001:db8:0:0:0:0:0:100 ttl 1");
    }

    @Test
    void anOptionLengthensTheHeaderByItself() {
        byte[] frame = PacketWriter.echoWithBrokenOption(TO_VIP, 40_000);
        assertThat(frame[14]).isEqualTo((byte) 0x46);
        assertThat(FrameText.of(frame)).contains("echo request id 40000");
        int sum = 0;
        for (int offset = 14; offset < 14 + 24; offset += 2) {
            sum += (frame[offset] & 0xff) << 8 | frame[offset + 1] & 0xff;
        }
        assertThat((sum & 0xffff) + (sum >>> 16)).isEqualTo(0xffff);
    }

    @Test
    void anErrorIsKnownByWhatItQuotes() {
        byte[] asked = PacketWriter.tcp(TO_VIP, 40_000, 80, 1, 0, PacketWriter.SYN, 1460);
        Heard expired = PacketReader.read(timeExceeded(asked));
        assertThat(Replies.ofSyn(TO_VIP.destination(), 80, 40_000).apply(expired))
                .contains(Reply.ROUTED);
        assertThat(Replies.ofSyn(TO_VIP.destination(), 80, 40_001).apply(expired))
                .isEmpty();
    }

    @Test
    void aCutOffFrameIsNoAnswer() {
        byte[] whole = PacketWriter.tcp(TO_VIP, 40_000, 80, 1, 0, PacketWriter.SYN, 1460);
        for (int length = 0; length < whole.length; length++) {
            Heard heard = PacketReader.read(java.util.Arrays.copyOf(whole, length));
            assertThat(Replies.ofSyn(TO_VIP.source(), 40_000, 80).apply(heard)).isEmpty();
        }
    }

    /** RFC 792: the IP header and 8 bytes of the packet, from the backend's own address. */
    private static byte[] timeExceeded(byte[] asked) {
        byte[] error = new byte[14 + 20 + 8 + 28];
        System.arraycopy(BACKEND.toBytes(), 0, error, 6, 6);
        System.arraycopy(NODE.toBytes(), 0, error, 0, 6);
        byte[] header = HexFormat.of().parseHex("0800" + "4500003800000000400100000a0000150a00000b");
        System.arraycopy(header, 0, error, 12, header.length);
        error[34] = 11;
        System.arraycopy(asked, 14, error, 42, 28);
        return error;
    }
}
