package dev.carom.controlplane.channel;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.AdminState;
import dev.carom.contract.v1.Affinity;
import dev.carom.contract.v1.Algorithm;
import dev.carom.contract.v1.AllDownPolicy;
import dev.carom.contract.v1.BackendKind;
import dev.carom.contract.v1.OnBackendDown;
import dev.carom.controlplane.pool.Backend;
import dev.carom.controlplane.rollout.DesiredState.PoolMembers;
import java.time.Instant;

/** Pools and backends for the wire. */
final class PoolMessages {
    private PoolMessages() {}

    static dev.carom.contract.v1.Pool pool(PoolMembers members) {
        var spec = members.pool().spec();
        var message = dev.carom.contract.v1.Pool.newBuilder()
                .setId(Ids.toBytes(members.pool().id()))
                .setName(spec.name())
                .setAlgorithm(Twins.of(Algorithm.class, "ALGORITHM", spec.algorithm()))
                .setAllDownPolicy(Twins.of(AllDownPolicy.class, "ALL_DOWN_POLICY", spec.allDownPolicy()))
                .setOnBackendDown(Twins.of(OnBackendDown.class, "ON_BACKEND_DOWN", spec.onBackendDown()))
                .setPanicThresholdPercent(spec.panicThresholdPercent())
                .setDrainTimeoutMs(spec.drainTimeoutMs())
                .setSlowStartMs(spec.slowStartMs());
        var affinity = spec.affinity();
        if (affinity != null) {
            message.setAffinity(Affinity.newBuilder()
                    .setIpv4PrefixLength(affinity.ipv4PrefixLength())
                    .setIpv6PrefixLength(affinity.ipv6PrefixLength())
                    .setTimeoutMs(affinity.timeoutMs()));
        }
        var fallback = spec.fallbackPoolId();
        if (fallback != null) {
            message.setFallbackPoolId(Ids.toBytes(fallback));
        }
        var monitor = spec.healthMonitorId();
        if (monitor != null) {
            message.setMonitorId(Ids.toBytes(monitor));
        }
        members.backends().forEach(backend -> message.addBackends(backend(backend)));
        return message.build();
    }

    private static dev.carom.contract.v1.Backend backend(Backend backend) {
        var spec = backend.spec();
        var message = dev.carom.contract.v1.Backend.newBuilder()
                .setId(Ids.toBytes(backend.id()))
                .setName(spec.name())
                .setAddress(ByteString.copyFrom(spec.address().toBytes()))
                .setWeight(spec.weight())
                .setState(state(backend))
                .setKind(Twins.of(BackendKind.class, "BACKEND_KIND", spec.kind()))
                .setForwardsForOthers(spec.forwardsForOthers());
        var mac = spec.mac();
        if (mac != null) {
            message.setMac(ByteString.copyFrom(mac.toBytes()));
        }
        Instant deadline = backend.drainDeadline();
        if (deadline != null) {
            message.setDrainDeadlineMs(deadline.toEpochMilli());
        }
        return message.build();
    }

    private static AdminState state(Backend backend) {
        return backend.departing()
                ? AdminState.ADMIN_STATE_DEPARTING
                : Twins.of(AdminState.class, "ADMIN_STATE", backend.spec().adminState());
    }
}
