package dev.carom.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class InterfaceChoiceTest {
    private static final List<String> PRESENT = List.of("lo", "enp1s0", "enp9s0", "cali12ab", "eth0.100");

    @Test
    void aPlainNameStandsForItselfThereOrNot() {
        assertThat(InterfaceChoice.of(List.of("eth7"), List.of("eth7"), PRESENT))
                .containsExactly("eth7");
    }

    @Test
    void aPatternMeansWhatIsThereAndNotExcluded() {
        assertThat(InterfaceChoice.of(List.of("en*"), List.of("enp9*"), PRESENT))
                .containsExactly("enp1s0");
        assertThat(InterfaceChoice.of(List.of("*"), List.of("lo", "cali*", "*.100"), PRESENT))
                .containsExactly("enp1s0", "enp9s0");
    }

    @Test
    void aDotIsADot() {
        assertThatThrownBy(() -> InterfaceChoice.of(List.of("e*h0.1000*"), List.of(), PRESENT))
                .hasMessageContaining("means []");
    }

    @Test
    void moreThanTwoAreRefusedWithAllThatMatched() {
        assertThatThrownBy(() -> InterfaceChoice.of(List.of("*"), List.of(), PRESENT))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("cali12ab")
                .hasMessageContaining("CAROM_INTERFACES_EXCLUDE");
    }
}
