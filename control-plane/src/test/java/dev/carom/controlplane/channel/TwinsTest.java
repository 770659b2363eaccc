package dev.carom.controlplane.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.node.NetworkRole;
import dev.carom.controlplane.pool.Algorithm;
import dev.carom.controlplane.pool.AllDownPolicy;
import dev.carom.controlplane.pool.BackendKind;
import dev.carom.controlplane.pool.MonitorPath;
import dev.carom.controlplane.pool.MonitorType;
import dev.carom.controlplane.pool.OnBackendDown;
import dev.carom.controlplane.resource.AdminState;
import dev.carom.controlplane.vip.Protocol;
import dev.carom.controlplane.vip.UnmatchedPortPolicy;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value that can be configured has its twin in the contract. */
class TwinsTest {
    static Stream<Arguments> enumerations() {
        return Stream.of(
                Arguments.of(dev.carom.contract.v1.NetworkRole.class, "NETWORK_ROLE", NetworkRole.values()),
                Arguments.of(dev.carom.contract.v1.AdminState.class, "ADMIN_STATE", AdminState.values()),
                Arguments.of(
                        dev.carom.contract.v1.UnmatchedPortPolicy.class,
                        "UNMATCHED_PORT_POLICY",
                        UnmatchedPortPolicy.values()),
                Arguments.of(dev.carom.contract.v1.Protocol.class, "PROTOCOL", Protocol.values()),
                Arguments.of(dev.carom.contract.v1.Algorithm.class, "ALGORITHM", Algorithm.values()),
                Arguments.of(dev.carom.contract.v1.AllDownPolicy.class, "ALL_DOWN_POLICY", AllDownPolicy.values()),
                Arguments.of(dev.carom.contract.v1.OnBackendDown.class, "ON_BACKEND_DOWN", OnBackendDown.values()),
                Arguments.of(dev.carom.contract.v1.BackendKind.class, "BACKEND_KIND", BackendKind.values()),
                Arguments.of(dev.carom.contract.v1.MonitorType.class, "MONITOR_TYPE", MonitorType.values()),
                Arguments.of(dev.carom.contract.v1.MonitorPath.class, "MONITOR_PATH", MonitorPath.values()));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("enumerations")
    <E extends Enum<E>> void everyValueHasItsTwin(Class<E> wire, String prefix, Enum<?>[] values) {
        for (Enum<?> value : values) {
            assertThat(Twins.of(wire, prefix, value).name()).isEqualTo(prefix + "_" + value.name());
        }
    }
}
