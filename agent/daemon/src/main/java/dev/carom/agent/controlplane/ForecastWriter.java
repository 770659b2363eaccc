package dev.carom.agent.controlplane;

import dev.carom.agent.diagnose.Forecast;
import dev.carom.agent.forwarding.FlowMoves;
import dev.carom.agent.reconcile.RevisionId;
import dev.carom.contract.v1.BackendShare;
import java.util.Optional;

/** Writes what a change would do as the contract's message. */
final class ForecastWriter {
    private ForecastWriter() {}

    static dev.carom.contract.v1.Forecast write(Forecast forecast, Optional<RevisionId> revision) {
        FlowMoves moves = forecast.moves();
        var message = dev.carom.contract.v1.Forecast.newBuilder()
                .setFlows(moves.flows())
                .setMoved(moves.moved())
                .setChosenElsewhere(moves.chosenElsewhere());
        moves.backends().forEach(holding -> message.addBackends(share(holding)));
        forecast.now().ifPresent(flow -> message.setNow(ExplanationWriter.write(flow, revision)));
        forecast.then().ifPresent(flow -> message.setThen(ExplanationWriter.write(flow, Optional.empty())));
        revision.ifPresent(id -> message.setId(dev.carom.contract.v1.RevisionId.newBuilder()
                .setEpoch(id.epoch())
                .setRevision(id.revision())));
        return message.build();
    }

    private static BackendShare.Builder share(FlowMoves.Holding holding) {
        return BackendShare.newBuilder()
                .setBackendId(Uuids.toBytes(holding.backend()))
                .setName(holding.name())
                .setHolds(holding.holds())
                .setWouldHold(holding.wouldHold())
                .setTakes(holding.takes())
                .setWouldTake(holding.wouldTake());
    }
}
