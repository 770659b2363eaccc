package dev.carom.bench;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.Backend;
import dev.carom.contract.v1.BackendCounters;
import dev.carom.contract.v1.BackendHealth;
import dev.carom.contract.v1.Counters;
import dev.carom.contract.v1.DesiredState;
import dev.carom.contract.v1.Engine;
import dev.carom.contract.v1.EngineMode;
import dev.carom.contract.v1.HealthState;
import dev.carom.contract.v1.Listener;
import dev.carom.contract.v1.MonitorPath;
import dev.carom.contract.v1.Neighbor;
import dev.carom.contract.v1.Pool;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.contract.v1.VipCounters;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** A digest as an agent with everything well writes it: health, neighbours and counters of all that its state holds. */
final class SimulatedReport {
    private final int number;
    private final DesiredState state;
    private final Map<ByteString, Pool> pools = new HashMap<>();
    private long sequence;

    SimulatedReport(int number, DesiredState state) {
        this.number = number;
        this.state = state;
        state.getPoolsList().forEach(pool -> pools.put(pool.getId(), pool));
    }

    ReportRequest next() {
        sequence++;
        ReportRequest.Builder report = ReportRequest.newBuilder()
                .setBootId(ByteString.copyFromUtf8("bench"))
                .setSequence(sequence)
                .setClockMs(System.currentTimeMillis())
                .addMacs(mac(number))
                .addEngines(Engine.newBuilder()
                        .setInterface("eth0")
                        .setMode(EngineMode.ENGINE_MODE_PCAP)
                        .setReady(true));
        Counters.Builder counters = Counters.newBuilder().setFlows(sequence);
        state.getVipsList()
                .forEach(vip -> counters.addVips(VipCounters.newBuilder()
                        .setVipId(vip.getId())
                        .setPackets(1_000 * sequence)
                        .setBytes(100_000 * sequence)
                        .setNewFlows(10 * sequence)));
        for (Listener listener : state.getListenersList()) {
            Pool pool = pools.get(listener.getPoolId());
            if (pool != null) {
                pool.getBackendsList().forEach(backend -> add(report, counters, listener, backend));
            }
        }
        return report.setCounters(counters).build();
    }

    private void add(ReportRequest.Builder report, Counters.Builder counters, Listener listener, Backend backend) {
        report.addHealth(BackendHealth.newBuilder()
                .setListenerId(listener.getId())
                .setBackendId(backend.getId())
                .setState(HealthState.HEALTH_STATE_UP)
                .setSinceMsAgo(10_000 * sequence)
                .setPath(MonitorPath.MONITOR_PATH_DSR));
        report.addNeighbors(Neighbor.newBuilder()
                .setBackendId(backend.getId())
                .setMac(mac(backend.getId().hashCode()))
                .setAgeMs(500));
        counters.addBackends(BackendCounters.newBuilder()
                .setBackendId(backend.getId())
                .setPackets(100 * sequence)
                .setBytes(10_000 * sequence)
                .setNewFlows(sequence)
                .setFlows(3));
    }

    /** Locally administered. */
    private static ByteString mac(int number) {
        return ByteString.copyFrom(ByteBuffer.allocate(6)
                .put((byte) 2)
                .put((byte) 0)
                .putInt(number)
                .array());
    }
}
