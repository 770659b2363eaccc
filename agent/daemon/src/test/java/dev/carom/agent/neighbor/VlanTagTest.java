package dev.carom.agent.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class VlanTagTest {
    private static final byte[] UNTAGGED = bytes("52540000000152540000000208060001");
    private static final byte[] TAGGED = bytes("525400000001525400000002" + "81000064" + "08060001");

    @Test
    void aTagIsPutAfterTheMacAddressesAndTakenAway() {
        assertThat(VlanTag.put(UNTAGGED, 100)).isEqualTo(TAGGED);
        assertThat(VlanTag.strip(TAGGED)).isEqualTo(UNTAGGED);
        assertThat(VlanTag.idOf(TAGGED)).isEqualTo(100);
    }

    @Test
    void anUntaggedFrameStaysAsItIs() {
        assertThat(VlanTag.put(UNTAGGED, 0)).isSameAs(UNTAGGED);
        assertThat(VlanTag.strip(UNTAGGED)).isSameAs(UNTAGGED);
        assertThat(VlanTag.idOf(UNTAGGED)).isZero();
    }

    @Test
    void theTagsPriorityIsNoPartOfItsId() {
        assertThat(VlanTag.idOf(bytes("525400000001525400000002" + "8100e064" + "0806")))
                .isEqualTo(100);
    }

    @Test
    void aFrameTooShortForATagHasNone() {
        assertThat(VlanTag.idOf(bytes("5254000000015254000000028100"))).isZero();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
