package dev.carom.agent.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ArpFrameTest {
    private static final MacAddress OWN = MacAddress.parse("52:54:00:00:00:01");
    private static final MacAddress BACKEND = MacAddress.parse("52:54:00:00:00:02");
    private static final IpAddress OWN_ADDRESS = IpAddress.parse("10.0.0.1");
    private static final IpAddress VIP = IpAddress.parse("10.0.0.100");

    @Test
    void asksFromTheNodesOwnAddress() {
        assertThat(hex(ArpFrame.request(OWN, OWN_ADDRESS, VIP, BACKEND)))
                .isEqualTo("525400000002" + "525400000001" + "0806" + "0001080006040001" + "525400000001" + "0a000001"
                        + "000000000000" + "0a000064");
    }

    @Test
    void announcesByARequestForTheAddressItself() {
        assertThat(hex(ArpFrame.announcement(OWN, VIP)))
                .isEqualTo("ffffffffffff" + "525400000001" + "0806" + "0001080006040001" + "525400000001" + "0a000064"
                        + "000000000000" + "0a000064");
    }

    @Test
    void announcesByAReplyToEverybody() {
        assertThat(hex(ArpFrame.gratuitousReply(OWN, VIP)))
                .isEqualTo("ffffffffffff" + "525400000001" + "0806" + "0001080006040002" + "525400000001" + "0a000064"
                        + "ffffffffffff" + "0a000064");
    }

    @Test
    void readsTheSendersClaim() {
        assertThat(Claim.of(ArpFrame.announcement(BACKEND, VIP))).contains(new Claim(VIP, BACKEND));
        assertThat(Claim.of(ArpFrame.request(BACKEND, OWN_ADDRESS, VIP, OWN)))
                .contains(new Claim(OWN_ADDRESS, BACKEND));
    }

    @Test
    void aProbeClaimsNothing() {
        assertThat(Claim.of(ArpFrame.probe(BACKEND, VIP))).isEmpty();
    }

    @Test
    void aGroupAddressOwnsNothing() {
        byte[] frame = ArpFrame.announcement(OWN, VIP);
        frame[22] |= 1;
        assertThat(Claim.of(frame)).isEmpty();
    }

    @Test
    void whatIsCutShortClaimsNothing() {
        byte[] frame = ArpFrame.announcement(OWN, VIP);
        for (int length = 0; length < frame.length; length++) {
            assertThat(Claim.of(Arrays.copyOf(frame, length))).isEmpty();
        }
    }

    private static String hex(byte[] frame) {
        return HexFormat.of().formatHex(frame);
    }
}
