package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.event.Notified;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Follows what other replicas heard: their NOTIFY names the report, and only one that is not known yet is read. */
@Component
class ReportMirror implements Notified {
    private final NodeReports reports;
    private final ReportStore store;

    ReportMirror(NodeReports reports, ReportStore store) {
        this.reports = reports;
        this.store = store;
    }

    @Override
    public String channel() {
        return "carom_report";
    }

    @Override
    public void hear(String payload) {
        String[] words = payload.split(" ", -1);
        follow(new ReportStore.Key(UUID.fromString(words[0]), words[1], Long.parseLong(words[2])));
    }

    @Override
    public void lookAgain() {
        var keys = store.keys();
        keys.forEach(this::follow);
        Set<UUID> known = keys.stream().map(ReportStore.Key::nodeId).collect(Collectors.toSet());
        reports.retain(known);
    }

    private void follow(ReportStore.Key key) {
        Optional<HeardNode> heard = reports.heard(key.nodeId());
        boolean known = heard.map(HeardNode::report)
                .filter(report -> report.boot().equals(key.boot()) && report.sequence() >= key.sequence())
                .isPresent();
        if (!known && !reports.isArriving(key)) {
            store.load(key.nodeId(), heard).ifPresent(reports::accept);
        }
    }
}
