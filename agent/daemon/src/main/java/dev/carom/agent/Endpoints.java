package dev.carom.agent;

import dev.carom.agent.reconcile.Reconciler;
import dev.carom.agent.status.HttpEndpoints;
import dev.carom.agent.status.HttpEndpoints.Probe;
import dev.carom.agent.status.NodeMetrics;
import dev.carom.agent.status.StatusDocument;
import dev.carom.agent.status.StatusServer;

/** What this host may ask the agent. */
final class Endpoints implements AutoCloseable {
    private final NodeReader reader;
    private final Reconciler reconciler;
    private final StatusServer status;
    private final StatusServer doctor;
    private final StatusServer explainer;
    private final StatusServer captures;
    private final HttpEndpoints http;

    Endpoints(
            AgentSettings settings,
            NodeReader reader,
            Reconciler reconciler,
            DoctorReport diagnosis,
            ExplainReport explanation,
            CaptureReport capture) {
        this.reader = reader;
        this.reconciler = reconciler;
        this.status = StatusServer.open(settings.stateDirectory(), () -> StatusDocument.render(reader.read()));
        this.doctor = StatusServer.openDoctor(settings.stateDirectory(), diagnosis::write);
        this.explainer = StatusServer.openExplainer(settings.stateDirectory(), explanation::write);
        this.captures = StatusServer.openCaptures(settings.stateDirectory(), capture::take);
        NodeMetrics metrics = new NodeMetrics(reader::read);
        this.http = HttpEndpoints.open(settings.httpBind(), metrics::scrape, this::live, this::ready);
    }

    private Probe live() {
        boolean alive = reconciler.isAlive();
        return new Probe(alive, alive ? "alive" : "the reconciler has ended");
    }

    private Probe ready() {
        boolean ready = reader.read().isReady();
        return new Probe(
                ready, ready ? "ready" : "no state yet, or an interface is not served: see carom-agent status");
    }

    @Override
    public void close() {
        http.close();
        captures.close();
        explainer.close();
        doctor.close();
        status.close();
    }
}
