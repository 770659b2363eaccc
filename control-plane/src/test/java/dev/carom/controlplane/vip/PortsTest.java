package dev.carom.controlplane.vip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.controlplane.resource.AdminState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    @ParameterizedTest
    @ValueSource(strings = {"80", "8000-8010", "1-65535", "65535"})
    void areReadAndWrittenAlike(String text) {
        assertThat(PortRange.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "9-1", "1-", "-1", "1-2-3", "http", "0-65535", " 80", "٨٠"})
    void areRefusedOtherwise(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PortRange.parse(text));
    }

    @Test
    void becomeAMultirangeThatIsExclusiveAtItsUpperEnd() {
        List<PortRange> ports = ports("80", "8000-8010", "65535");
        assertThat(MultirangeText.of(ports)).isEqualTo("{[80,81),[8000,8011),[65535,65536)}");
        assertThat(MultirangeText.parse("{[80,81),[8000,8011),[65535,65536)}")).isEqualTo(ports);
    }

    @ParameterizedTest
    @CsvSource({
        "TCP, 80, TCP, 80, true",
        "TCP, 80, UDP, 80, false",
        "TCP, 70-80, TCP, 80-90, true",
        "TCP, 70-79, TCP, 80-90, false",
        "UDP, 1-65535, UDP, 53, true"
    })
    void overlapWithinOneProtocol(Protocol one, String ports, Protocol other, String others, boolean overlap) {
        assertThat(listener(one, ports).overlaps(listener(other, others))).isEqualTo(overlap);
        assertThat(listener(other, others).overlaps(listener(one, ports))).isEqualTo(overlap);
    }

    @Test
    void areNamedOnceInAListener() {
        assertThatThrownBy(() -> listener(Protocol.TCP, "1-5", "5").check()).hasMessageContaining("PORTS_OVERLAP");
        assertThatThrownBy(() -> listener(Protocol.TCP).check()).hasMessageContaining("PORTS_MISSING");
    }

    private static ListenerSpec listener(Protocol protocol, String... ports) {
        return new ListenerSpec(
                "l", Map.of(), protocol, ports(ports), UUID.randomUUID(), AdminState.ENABLED, List.of(), List.of(), 0);
    }

    private static List<PortRange> ports(String... ports) {
        return Arrays.stream(ports).map(PortRange::parse).toList();
    }
}
