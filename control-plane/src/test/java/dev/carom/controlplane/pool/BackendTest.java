package dev.carom.controlplane.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.resource.AdminState;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackendTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final long DRAIN_MS = 5_000;

    private final Pool pool = new Pool(
            UUID.randomUUID(),
            new PoolSpec(
                    "web",
                    Map.of(),
                    Algorithm.MAGLEV,
                    null,
                    AllDownPolicy.DROP,
                    null,
                    OnBackendDown.MOVE,
                    0,
                    DRAIN_MS,
                    0,
                    null),
            NOW);

    @Test
    void drainingHasADeadlineFromItsBeginningOn() {
        Backend backend = backend(spec(1, AdminState.ENABLED));
        assertThat(backend.drainDeadline()).isNull();
        backend.change(pool, spec(1, AdminState.DRAINING), NOW.plusMillis(10));
        backend.change(pool, spec(2, AdminState.DRAINING), NOW.plusMillis(999));
        assertThat(backend.drainDeadline()).isEqualTo(NOW.plusMillis(10 + DRAIN_MS));
        backend.change(pool, spec(2, AdminState.ENABLED), NOW.plusMillis(1000));
        assertThat(backend.drainDeadline()).isNull();
    }

    @Test
    void departingKeepsItsStateAndGetsADeadline() {
        Backend backend = backend(spec(3, AdminState.ENABLED));
        backend.depart(pool, NOW);
        assertThat(backend.departing()).isTrue();
        assertThat(backend.drainDeadline()).isEqualTo(NOW.plusMillis(DRAIN_MS));
        assertThat(backend.spec()).isEqualTo(spec(3, AdminState.ENABLED));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 257, Integer.MAX_VALUE})
    void weightsCountWithin256(int weight) {
        assertThatThrownBy(() -> backend(spec(weight, AdminState.ENABLED)))
                .isInstanceOf(InvalidResource.class)
                .hasMessageContaining("WEIGHT_OUT_OF_RANGE");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 256})
    void weightsMayBeZero(int weight) {
        assertThat(backend(spec(weight, AdminState.ENABLED)).spec().weight()).isEqualTo(weight);
    }

    private Backend backend(BackendSpec spec) {
        return new Backend(UUID.randomUUID(), pool, spec, NOW);
    }

    private static BackendSpec spec(int weight, AdminState state) {
        return new BackendSpec(
                "b",
                Map.of(),
                IpAddress.parse("10.0.0.21"),
                null,
                weight,
                state,
                BackendKind.LOOPBACK,
                false,
                Platform.LINUX);
    }
}
