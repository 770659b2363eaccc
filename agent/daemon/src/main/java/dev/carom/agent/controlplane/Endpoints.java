package dev.carom.agent.controlplane;

import java.net.URI;
import java.util.List;

/** The control plane's replicas: the one in use, and after its failure the next. Any replica serves any agent. */
final class Endpoints {
    private final List<URI> urls;
    private int current;

    Endpoints(List<URI> urls) {
        this.urls = List.copyOf(urls);
    }

    synchronized URI current() {
        return urls.get(current);
    }

    synchronized void next() {
        current = (current + 1) % urls.size();
    }
}
