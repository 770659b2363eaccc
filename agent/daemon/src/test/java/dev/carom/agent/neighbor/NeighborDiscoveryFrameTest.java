package dev.carom.agent.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NeighborDiscoveryFrameTest {
    private static final MacAddress OWN = MacAddress.parse("52:54:00:00:00:01");
    private static final MacAddress BACKEND = MacAddress.parse("52:54:00:00:00:02");
    private static final IpAddress OWN_ADDRESS = IpAddress.parse("2001:db8::1");
    private static final IpAddress TARGET = IpAddress.parse("2001:db8::12:3456");

    @Test
    void asksTheSolicitedNodeGroup() {
        byte[] frame = NeighborDiscoveryFrame.solicitation(OWN, OWN_ADDRESS, TARGET, Optional.empty());
        assertThat(HexFormat.of().formatHex(frame, 0, 54))
                .isEqualTo("3333ff123456" + "525400000001" + "86dd" + "60000000" + "0020" + "3aff"
                        + "20010db8000000000000000000000001" + "ff0200000000000000000001ff123456");
        assertThat(onesComplementSum(frame)).isEqualTo(0xffff);
        assertThat(Claim.of(frame)).contains(new Claim(OWN_ADDRESS, OWN));
    }

    @Test
    void asksAloneWhoHadItLast() {
        byte[] frame = NeighborDiscoveryFrame.solicitation(OWN, OWN_ADDRESS, TARGET, Optional.of(BACKEND));
        assertThat(MacAddress.of(Arrays.copyOf(frame, 6))).isEqualTo(BACKEND);
        assertThat(IpAddress.of(Arrays.copyOfRange(frame, 38, 54))).isEqualTo(TARGET);
        assertThat(onesComplementSum(frame)).isEqualTo(0xffff);
    }

    @Test
    void announcesUnsolicitedWithTheOverrideFlag() {
        byte[] frame = NeighborDiscoveryFrame.announcement(OWN, TARGET);
        assertThat(HexFormat.of().formatHex(frame, 0, 6)).isEqualTo("333300000001");
        assertThat(ByteBuffer.wrap(frame).getInt(58)).isEqualTo(0x2000_0000);
        assertThat(onesComplementSum(frame)).isEqualTo(0xffff);
        assertThat(Claim.of(frame)).contains(new Claim(TARGET, OWN));
    }

    @Test
    void theLinkLocalAddressOfAMacHasItsUniversalBitTurned() {
        assertThat(NeighborDiscoveryFrame.linkLocal(MacAddress.parse("52:54:00:12:34:56")))
                .isEqualTo(IpAddress.parse("fe80::5054:ff:fe12:3456"));
        assertThat(NeighborDiscoveryFrame.linkLocal(MacAddress.parse("02:00:5e:10:00:01")))
                .isEqualTo(IpAddress.parse("fe80::5eff:fe10:1"));
    }

    @Test
    void whatCrossedARouterClaimsNothing() {
        byte[] frame = NeighborDiscoveryFrame.announcement(OWN, TARGET);
        frame[21] = (byte) 254;
        assertThat(Claim.of(frame)).isEmpty();
    }

    /** RFC 8200 8.1, computed another way than the code under test: one big sum over pseudo-header and message. */
    private static int onesComplementSum(byte[] frame) {
        long sum = 32 + 58;
        for (int i = 22; i < frame.length; i++) {
            sum += (long) (frame[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
        }
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >> 16);
        }
        return (int) sum;
    }
}
