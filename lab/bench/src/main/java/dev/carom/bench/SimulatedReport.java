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
import dev.carom.contract.v1.ReportChangesRequest;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.contract.v1.VipCounters;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Digests as an agent with everything well writes them. The first tells health, neighbours and counters of all that its
 * state holds, the others what is different since.
 */
final class SimulatedReport {
    private final int number;
    private final int groupSize;
    private final DesiredState state;
    private final Map<ByteString, Pool> pools = new HashMap<>();
    private long sequence;

    /** @param groupSize how many nodes share the VIPs */
    SimulatedReport(int number, int groupSize, DesiredState state) {
        this.number = number;
        this.groupSize = groupSize;
        this.state = state;
        state.getPoolsList().forEach(pool -> pools.put(pool.getId(), pool));
    }

    /** @param carriesAll whether every VIP's packets come to this node too, or its share of the VIPs only */
    ReportRequest whole(boolean carriesAll) {
        ReportRequest.Builder report = next(carriesAll);
        forEachBackend((vip, listener, backend) -> {
            addJudged(report, listener, backend);
            addCounters(report.getCountersBuilder(), backend, carries(vip, carriesAll));
        });
        return report.build();
    }

    /** Of a fleet in which nothing happens but traffic. */
    ReportChangesRequest changes(boolean carriesAll, long since) {
        ReportRequest.Builder report = next(carriesAll);
        forEachBackend((vip, listener, backend) -> {
            if (carries(vip, carriesAll)) {
                addCounters(report.getCountersBuilder(), backend, true);
            }
        });
        return ReportChangesRequest.newBuilder()
                .setSince(since)
                .setReport(report)
                .setConfirmedMs(2_000)
                .build();
    }

    private ReportRequest.Builder next(boolean carriesAll) {
        sequence++;
        Counters.Builder counters = Counters.newBuilder().setFlows(sequence);
        for (int vip = 0; vip < state.getVipsCount(); vip++) {
            long done = carries(vip, carriesAll) ? sequence : 0;
            counters.addVips(VipCounters.newBuilder()
                    .setVipId(state.getVips(vip).getId())
                    .setPackets(1_000 * done)
                    .setBytes(100_000 * done)
                    .setNewFlows(10 * done));
        }
        return ReportRequest.newBuilder()
                .setBootId(ByteString.copyFromUtf8("bench"))
                .setSequence(sequence)
                .setClockMs(System.currentTimeMillis())
                .addMacs(mac(number))
                .addEngines(Engine.newBuilder()
                        .setInterface("eth0")
                        .setMode(EngineMode.ENGINE_MODE_PCAP)
                        .setReady(true))
                .setCounters(counters);
    }

    /** As virtual routers would share them out. */
    private boolean carries(int vip, boolean carriesAll) {
        return carriesAll || vip % groupSize == number % groupSize;
    }

    private interface BackendVisitor {
        void visit(int vip, Listener listener, Backend backend);
    }

    private void forEachBackend(BackendVisitor visitor) {
        Map<ByteString, Integer> places = new HashMap<>();
        state.getVipsList().forEach(vip -> places.put(vip.getId(), places.size()));
        for (Listener listener : state.getListenersList()) {
            int vip = places.getOrDefault(listener.getVipId(), 0);
            pools.getOrDefault(listener.getPoolId(), Pool.getDefaultInstance())
                    .getBackendsList()
                    .forEach(backend -> visitor.visit(vip, listener, backend));
        }
    }

    private void addJudged(ReportRequest.Builder report, Listener listener, Backend backend) {
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
    }

    private void addCounters(Counters.Builder counters, Backend backend, boolean carried) {
        long done = carried ? sequence : 0;
        counters.addBackends(BackendCounters.newBuilder()
                .setBackendId(backend.getId())
                .setPackets(100 * done)
                .setBytes(10_000 * done)
                .setNewFlows(done)
                .setFlows(carried ? 3 : 0));
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
