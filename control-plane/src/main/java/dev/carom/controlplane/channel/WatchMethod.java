package dev.carom.controlplane.channel;

import dev.carom.contract.v1.Heartbeat;
import dev.carom.contract.v1.Reconnect;
import dev.carom.contract.v1.Telemetry;
import dev.carom.contract.v1.UpToDate;
import dev.carom.contract.v1.WatchRequest;
import dev.carom.contract.v1.WatchResponse;
import dev.carom.controlplane.channel.connect.ConnectCode;
import dev.carom.controlplane.channel.connect.ConnectException;
import dev.carom.controlplane.channel.connect.ServerStream;
import dev.carom.controlplane.config.RevisionId;
import dev.carom.controlplane.rollout.Acknowledgements;
import dev.carom.controlplane.rollout.CurrentStates;
import dev.carom.controlplane.rollout.DatabaseHistory;
import dev.carom.controlplane.rollout.Hash;
import dev.carom.controlplane.rollout.StoredState;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Runs a node's stream on the request's virtual thread, from its first message to its end. */
@Component
@EnableConfigurationProperties(ChannelTimings.class)
class WatchMethod {
    private static final Duration LIVE = Duration.ofSeconds(1);

    private final ChannelTimings timings;
    private final OpenWatches watches;
    private final NodeConnections connections;
    private final CurrentStates states;
    private final Acknowledgements acknowledgements;
    private final DatabaseHistory history;
    private final Snapshots snapshots;

    WatchMethod(
            ChannelTimings timings,
            OpenWatches watches,
            NodeConnections connections,
            CurrentStates states,
            Acknowledgements acknowledgements,
            DatabaseHistory history,
            Snapshots snapshots) {
        this.timings = timings;
        this.watches = watches;
        this.connections = connections;
        this.states = states;
        this.acknowledgements = acknowledgements;
        this.history = history;
        this.snapshots = snapshots;
    }

    void run(AuthenticatedNode node, ServerStream stream) throws IOException {
        WatchRequest request = stream.read(WatchRequest.getDefaultInstance());
        NodeAuthentication.requireOwn(node, request.getNodeId());
        Pacing pacing = pacing(node, request);
        Watch watch = watches.open(node);
        try {
            connections.opened(watch);
            converse(watch, pacing, stream);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watches.close(watch);
            connections.closed(watch);
        }
    }

    private Pacing pacing(AuthenticatedNode node, WatchRequest request) {
        if (!request.hasHave()) {
            acknowledgements.lowerTo(node.id(), new RevisionId(0, 0));
            return new Pacing(timings, null, null, System.nanoTime());
        }
        RevisionId have = Messages.revisionId(request.getHave());
        Hash hash = Hash.ofBytes(request.getHash().toByteArray());
        history.hear(node.id(), node.nodeGroupId(), have, hash);
        acknowledgements.lowerTo(node.id(), have);
        return new Pacing(timings, have, hash, System.nanoTime());
    }

    private void converse(Watch watch, Pacing pacing, ServerStream stream) throws IOException, InterruptedException {
        while (watch.ending() == null) {
            RevisionId acknowledged = watch.takeAcknowledged();
            if (acknowledged != null) {
                pacing.acknowledged(acknowledged);
            }
            Optional<Set<String>> live = watch.takeLive();
            if (live.isPresent()) {
                stream.send(WatchResponse.newBuilder()
                        .setTelemetry(Telemetry.newBuilder()
                                .setIntervalMs(LIVE.toMillis())
                                .addAllSeries(live.get()))
                        .build());
            }
            sendCommands(watch, stream);
            switch (pacing.next(wanted(watch), state -> refused(watch, state), System.nanoTime())) {
                case Step.Send(StoredState state) ->
                    stream.send(WatchResponse.newBuilder()
                            .setSnapshot(snapshots.of(state))
                            .build());
                case Step.UpToDate() ->
                    stream.send(WatchResponse.newBuilder()
                            .setUpToDate(UpToDate.getDefaultInstance())
                            .build());
                case Step.Heartbeat() -> beat(watch, stream);
                case Step.Wait wait -> watch.await(wait.time());
            }
        }
        if (watch.ending() == Watch.Ending.GONE) {
            throw new ConnectException(
                    ConnectCode.UNAUTHENTICATED, "The node was deleted, or dialled another replica.");
        }
        if (watch.ending() == Watch.Ending.SHUTDOWN) {
            stream.send(WatchResponse.newBuilder()
                    .setReconnect(
                            Reconnect.newBuilder().setJitterMs(watches.jitter().toMillis()))
                    .build());
        }
    }

    private static void sendCommands(Watch watch, ServerStream stream) throws IOException {
        for (WatchResponse command = watch.nextCommand(); command != null; command = watch.nextCommand()) {
            stream.send(command);
        }
    }

    private Optional<StoredState> wanted(Watch watch) {
        return history.wentBack()
                ? Optional.empty()
                : states.of(watch.node().nodeGroupId(), watch.node().id());
    }

    private boolean refused(Watch watch, StoredState state) {
        return acknowledgements.of(watch.node().id()).refuses(state);
    }

    private static void beat(Watch watch, ServerStream stream) throws IOException {
        stream.send(WatchResponse.newBuilder()
                .setHeartbeat(Heartbeat.getDefaultInstance())
                .build());
        watch.beat();
    }
}
