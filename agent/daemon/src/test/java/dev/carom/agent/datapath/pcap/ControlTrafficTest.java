package dev.carom.agent.datapath.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ControlTrafficTest {
    private static final String MACS = "525400000001" + "525400000002";
    private static final String IPV6_TO_ICMP = "86dd" + "60000000" + "0020" + "3aff" + "00".repeat(32);

    @Test
    void wantsArpTaggedOrNot() {
        assertThat(matches(MACS + "0806")).isTrue();
        assertThat(matches(MACS + "8100" + "0064" + "0806")).isTrue();
    }

    @Test
    void wantsNeighborDiscoveryAndNoOtherIcmpv6() {
        assertThat(matches(MACS + IPV6_TO_ICMP + "87")).isTrue();
        assertThat(matches(MACS + IPV6_TO_ICMP + "88")).isTrue();
        assertThat(matches(MACS + IPV6_TO_ICMP + "80")).isFalse();
    }

    @Test
    void recordsEveryIcmpAndVrrpBesides() {
        String ipv4 = "0800" + "45000000" + "00000000" + "40";
        assertThat(isRecorded(MACS + "0806")).isTrue();
        assertThat(isRecorded(MACS + ipv4 + "01")).isTrue();
        assertThat(isRecorded(MACS + ipv4 + "70")).isTrue();
        assertThat(isRecorded(MACS + "8100" + "0064" + ipv4 + "01")).isTrue();
        assertThat(isRecorded(MACS + IPV6_TO_ICMP + "80")).isTrue();
        assertThat(isRecorded(MACS + ipv4 + "06")).isFalse();
        assertThat(isRecorded(MACS + ipv4)).isFalse();
    }

    @Test
    void wantsNothingElseNorWhatIsCutShort() {
        assertThat(matches(MACS + "0800" + "45")).isFalse();
        assertThat(matches(MACS + IPV6_TO_ICMP)).isFalse();
        assertThat(matches(MACS + "8100" + "00")).isFalse();
        assertThat(matches("")).isFalse();
    }

    private static boolean isRecorded(String hex) {
        return ControlTraffic.isRecorded(MemorySegment.ofArray(HexFormat.of().parseHex(hex)));
    }

    private static boolean matches(String hex) {
        return ControlTraffic.matches(MemorySegment.ofArray(HexFormat.of().parseHex(hex)));
    }
}
