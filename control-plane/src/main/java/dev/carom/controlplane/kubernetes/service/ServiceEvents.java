package dev.carom.controlplane.kubernetes.service;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says notices as Events on their Services: each once, until it no longer holds and comes back. Confined to the
 * controller's thread.
 */
final class ServiceEvents {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceEvents.class);
    private static final String COMPONENT = "carom-service-controller";

    private final KubernetesClient cluster;
    private final Clock clock;
    private final Map<ServiceKey, Set<Notice>> said = new HashMap<>();

    ServiceEvents(KubernetesClient cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    /** @param notices all that hold now */
    void say(ServiceKey service, List<Notice> notices) {
        Set<Notice> before = said.getOrDefault(service, Set.of());
        Set<Notice> now = new HashSet<>();
        for (Notice notice : notices) {
            if (before.contains(notice) || isSaid(service, notice)) {
                now.add(notice);
            }
        }
        said.put(service, now);
    }

    void forgetAllBut(Set<ServiceKey> present) {
        said.keySet().retainAll(present);
    }

    /** What could not be said is tried again; an Event is worth no more than that. */
    private boolean isSaid(ServiceKey service, Notice notice) {
        try {
            put(service, notice);
            return true;
        } catch (KubernetesClientException e) {
            LOG.warn("The cluster takes no Event on Service {}: {}", service, e.getMessage());
            return false;
        }
    }

    /** The same words are the same Event, also of a leader before this one. */
    private void put(ServiceKey service, Notice notice) {
        Event event = event(service, notice);
        var events = cluster.v1().events().inNamespace(service.namespace());
        try {
            events.resource(event).create();
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw e;
            }
            events.withName(event.getMetadata().getName())
                    .patch(
                            PatchContext.of(PatchType.JSON_MERGE),
                            "{\"lastTimestamp\": \"" + event.getLastTimestamp() + "\"}");
        }
    }

    private Event event(ServiceKey service, Notice notice) {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return new EventBuilder()
                .withNewMetadata()
                .withName(service.name() + "." + fingerprint(service, notice))
                .withNamespace(service.namespace())
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion("v1")
                .withKind("Service")
                .withNamespace(service.namespace())
                .withName(service.name())
                .withUid(service.uid())
                .endInvolvedObject()
                .withType(notice.reason().type())
                .withReason(notice.reason().text())
                .withMessage(notice.message())
                .withCount(1)
                .withFirstTimestamp(now)
                .withLastTimestamp(now)
                .withNewSource()
                .withComponent(COMPONENT)
                .endSource()
                .withReportingComponent(COMPONENT)
                .build();
    }

    private static String fingerprint(ServiceKey service, Notice notice) {
        String text = service.uid() + "\n" + notice.reason() + "\n" + notice.message();
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, 16);
    }
}
