package dev.carom.agent.controlplane;

import com.google.protobuf.ByteString;
import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.packet.MacAddress;
import dev.carom.contract.v1.Affinity;
import dev.carom.contract.v1.Backend;
import dev.carom.contract.v1.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads pools and their backends. */
final class PoolReader {
    private PoolReader() {}

    static List<DesiredState.Pool> pools(dev.carom.contract.v1.DesiredState message, Reading reading) {
        return reading.each("pools", message.getPoolsList(), Pool::getId, pool -> pool(pool, reading));
    }

    private static DesiredState.Pool pool(Pool pool, Reading reading) {
        return new DesiredState.Pool(
                Uuids.of(pool.getId()),
                pool.getName(),
                Reading.named(pool.getAlgorithm(), DesiredState.Algorithm.class, DesiredState.Algorithm.MAGLEV),
                pool.hasAffinity() ? Optional.of(affinity(pool.getAffinity())) : Optional.empty(),
                Reading.named(
                        pool.getAllDownPolicy(), DesiredState.AllDownPolicy.class, DesiredState.AllDownPolicy.DROP),
                Reading.optionalId(pool.getFallbackPoolId()),
                Reading.named(
                        pool.getOnBackendDown(), DesiredState.OnBackendDown.class, DesiredState.OnBackendDown.MOVE),
                pool.getPanicThresholdPercent(),
                Duration.ofMillis(pool.getDrainTimeoutMs()),
                Duration.ofMillis(pool.getSlowStartMs()),
                Reading.optionalId(pool.getMonitorId()),
                reading.each("backends", pool.getBackendsList(), Backend::getId, PoolReader::backend));
    }

    private static DesiredState.Affinity affinity(Affinity affinity) {
        return new DesiredState.Affinity(
                affinity.getIpv4PrefixLength(),
                affinity.getIpv6PrefixLength(),
                Duration.ofMillis(affinity.getTimeoutMs()));
    }

    static DesiredState.Backend backend(Backend backend) {
        return new DesiredState.Backend(
                Uuids.of(backend.getId()),
                backend.getName(),
                Reading.address(backend.getAddress()),
                Optional.of(backend.getMac())
                        .filter(mac -> !mac.isEmpty())
                        .map(ByteString::toByteArray)
                        .map(MacAddress::of),
                weight(backend.getWeight()),
                Reading.named(backend.getState(), DesiredState.AdminState.class, DesiredState.AdminState.ENABLED),
                Optional.of(backend.getDrainDeadlineMs())
                        .filter(millis -> millis != 0)
                        .map(Instant::ofEpochMilli),
                Reading.named(backend.getKind(), DesiredState.BackendKind.class, DesiredState.BackendKind.LOOPBACK),
                backend.getForwardsForOthers());
    }

    private static int weight(int weight) {
        if (weight < 0 || weight > 256) {
            throw new IllegalArgumentException("weight " + Integer.toUnsignedString(weight) + " is not within 0-256");
        }
        return weight;
    }
}
