package dev.carom.lab.trunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TrunkTest {

    @Test
    void tagStandsBetweenTheAddressesAndTheType() {
        byte[] frame = HexFormat.of().parseHex("02ca0000010b02ca0000030108004500");

        assertThat(HexFormat.of().formatHex(Trunk.withTag(frame, 100)))
                .isEqualTo("02ca0000010b02ca00000301" + "81000064" + "08004500");
    }
}
