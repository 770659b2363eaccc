package dev.carom.controlplane.channel;

import dev.carom.contract.v1.AcknowledgeRequest;
import dev.carom.contract.v1.AcknowledgeResponse;
import dev.carom.contract.v1.GetDesiredStateRequest;
import dev.carom.contract.v1.GetDesiredStateResponse;
import dev.carom.contract.v1.ReportChangesRequest;
import dev.carom.contract.v1.ReportChangesResponse;
import dev.carom.contract.v1.ReportCommandRequest;
import dev.carom.contract.v1.ReportCommandResponse;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.contract.v1.ReportResponse;
import dev.carom.controlplane.channel.connect.ConnectCode;
import dev.carom.controlplane.channel.connect.ConnectException;
import dev.carom.controlplane.command.Commands;
import dev.carom.controlplane.node.ReportedMacs;
import dev.carom.controlplane.rollout.Acknowledgement;
import dev.carom.controlplane.rollout.Acknowledgements;
import dev.carom.controlplane.rollout.CurrentStates;
import dev.carom.controlplane.rollout.DatabaseHistory;
import dev.carom.controlplane.rollout.RolloutSteps;
import dev.carom.controlplane.telemetry.LiveSamples;
import dev.carom.controlplane.telemetry.ReportIntake;
import dev.carom.controlplane.telemetry.Told;
import dev.carom.controlplane.telemetry.UnknownReportException;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The methods that take one message and give one. */
@Component
class UnaryMethods {
    private final Acknowledgements acknowledgements;
    private final DatabaseHistory history;
    private final CurrentStates states;
    private final OpenWatches watches;
    private final ReportIntake reports;
    private final LiveSamples live;
    private final RolloutSteps steps;
    private final ReportedMacs macs;
    private final Snapshots snapshots;
    private final Commands commands;
    private final Clock clock;

    UnaryMethods(
            Acknowledgements acknowledgements,
            DatabaseHistory history,
            CurrentStates states,
            OpenWatches watches,
            ReportIntake reports,
            LiveSamples live,
            RolloutSteps steps,
            ReportedMacs macs,
            Snapshots snapshots,
            Commands commands,
            Clock clock) {
        this.acknowledgements = acknowledgements;
        this.history = history;
        this.states = states;
        this.watches = watches;
        this.reports = reports;
        this.live = live;
        this.steps = steps;
        this.macs = macs;
        this.snapshots = snapshots;
        this.commands = commands;
        this.clock = clock;
    }

    AcknowledgeResponse acknowledge(AuthenticatedNode node, AcknowledgeRequest request) {
        NodeAuthentication.requireOwn(node, request.getNodeId());
        Acknowledgement acknowledgement =
                readable(() -> AcknowledgementMessages.toDomain(node.id(), request, clock.instant()));
        history.hear(node.id(), node.nodeGroupId(), acknowledgement.id(), acknowledgement.hash());
        acknowledgements.record(acknowledgement);
        steps.climbed(acknowledgement);
        watches.acknowledged(node.id(), acknowledgement.id());
        return AcknowledgeResponse.getDefaultInstance();
    }

    ReportResponse report(AuthenticatedNode node, ReportRequest request) {
        NodeAuthentication.requireOwn(node, request.getNodeId());
        if (request.hasLive()) {
            live.tell(readable(() -> LiveMessages.toDomain(node.id(), request.getLive(), clock.instant())));
            return ReportResponse.getDefaultInstance();
        }
        reports.accept(
                new Told.Whole(readable(() -> ReportMessages.toDomain(node.id(), request, clock.instant()))),
                request.toByteArray());
        macs.accept(node.id(), readable(() -> ReportMessages.macs(request)));
        return ReportResponse.getDefaultInstance();
    }

    ReportChangesResponse reportChanges(AuthenticatedNode node, ReportChangesRequest request) {
        NodeAuthentication.requireOwn(node, request.getReport().getNodeId());
        try {
            reports.accept(
                    readable(() -> ReportMessages.toDomain(node.id(), request, clock.instant())),
                    request.toByteArray());
        } catch (UnknownReportException e) {
            throw new ConnectException(ConnectCode.FAILED_PRECONDITION, String.valueOf(e.getMessage()));
        }
        macs.accept(node.id(), readable(() -> ReportMessages.macs(request.getReport())));
        return ReportChangesResponse.getDefaultInstance();
    }

    ReportCommandResponse reportCommand(AuthenticatedNode node, ReportCommandRequest request) {
        NodeAuthentication.requireOwn(node, request.getNodeId());
        boolean wanted = readable(
                () -> commands.hear(node.id(), Ids.fromBytes(request.getId()), CommandMessages.answer(request)));
        if (!wanted) {
            throw new ConnectException(ConnectCode.NOT_FOUND, "Nobody waits for an answer to this command.");
        }
        return ReportCommandResponse.getDefaultInstance();
    }

    GetDesiredStateResponse getDesiredState(AuthenticatedNode node, GetDesiredStateRequest request) {
        NodeAuthentication.requireOwn(node, request.getNodeId());
        if (history.wentBack()) {
            throw new ConnectException(ConnectCode.UNAVAILABLE, "The database went back in time: nothing is served.");
        }
        return states.of(node.nodeGroupId(), node.id())
                .map(state -> GetDesiredStateResponse.newBuilder()
                        .setSnapshot(snapshots.of(state))
                        .build())
                .orElseThrow(() -> new ConnectException(ConnectCode.UNAVAILABLE, "The state is being assembled."));
    }

    private static <T> T readable(Supplier<T> message) {
        try {
            return message.get();
        } catch (IllegalArgumentException e) {
            throw new ConnectException(ConnectCode.INVALID_ARGUMENT, String.valueOf(e.getMessage()));
        }
    }
}
