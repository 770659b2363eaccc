package dev.carom.controlplane.kubernetes.service;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * Names what belongs to one Service. The ids follow from the Service's uid, so that two controllers that both think they
 * lead make the same thing, not two.
 */
record Identity(String cluster, ServiceKey service) {
    /** Whose documents may remove it (PUT /config). */
    static final String OWNER = "carom.dev/owner";

    static final String SERVICE_UID = "carom.dev/service-uid";
    private static final int LONGEST = 63;
    private static final int HASH_LENGTH = 8;

    static String owner(String cluster) {
        return "kubernetes." + cluster;
    }

    UUID id(String what) {
        return UUID.nameUUIDFromBytes((cluster + "\n" + service.uid() + "\n" + what).getBytes(StandardCharsets.UTF_8));
    }

    /** As in {@code kubernetes.shop.web.ipv4}. */
    String name(String suffix) {
        return shortened(cluster + "." + service.namespace() + "." + service.name(), LONGEST - 1 - suffix.length())
                + "." + suffix;
    }

    Map<String, String> labels() {
        return Map.of(
                OWNER,
                owner(cluster),
                SERVICE_UID,
                service.uid(),
                "carom.dev/namespace",
                service.namespace(),
                "carom.dev/service",
                service.name());
    }

    /** A name of at most 63 characters; a longer one ends in a hash of the whole. */
    static String shortened(String name) {
        return shortened(name, LONGEST);
    }

    private static String shortened(String name, int longest) {
        return name.length() <= longest
                ? name
                : name.substring(0, longest - HASH_LENGTH - 1) + "-"
                        + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                                .toString()
                                .substring(0, HASH_LENGTH);
    }
}
