package dev.carom.controlplane.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthMonitorSpecTest {
    @Test
    void aCheckOfItsTypeIsThereWithoutBeingNamed() {
        assertThat(spec(MonitorType.HTTPS, null).http()).isEqualTo(HttpCheck.PLAIN);
        assertThat(spec(MonitorType.UDP, null).udp()).isEqualTo(UdpCheck.EMPTY);
        assertThat(spec(MonitorType.TCP, null).http()).isNull();
    }

    @Test
    void aCheckOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> spec(MonitorType.ICMP, HttpCheck.PLAIN).check())
                .hasMessageContaining("CHECK_OF_OTHER_TYPE");
    }

    @ParameterizedTest
    @CsvSource({"99, 50, INTERVAL_OUT_OF_RANGE", "1000, 1001, TIMEOUT_OUT_OF_RANGE", "1000, 9, TIMEOUT_OUT_OF_RANGE"})
    void aProbeEndsBeforeTheNextBegins(long interval, long timeout, String code) {
        assertThatThrownBy(() -> spec(MonitorType.TCP, null, interval, timeout).check())
                .hasMessageContaining(code);
    }

    private static HealthMonitorSpec spec(MonitorType type, @Nullable HttpCheck http) {
        return spec(type, http, 1000, 500);
    }

    private static HealthMonitorSpec spec(MonitorType type, @Nullable HttpCheck http, long interval, long timeout) {
        return new HealthMonitorSpec("m", Map.of(), type, MonitorPath.DSR, interval, 0, timeout, 2, 3, 0, http, null);
    }
}
