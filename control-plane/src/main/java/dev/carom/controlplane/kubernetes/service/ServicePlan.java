package dev.carom.controlplane.kubernetes.service;

import dev.carom.controlplane.address.IpAddress;
import java.util.List;

/**
 * What one Service gets, and what is said of it.
 *
 * @param addresses for its status, in the order of its families
 */
record ServicePlan(ServiceClaim claim, Exposure exposure, List<IpAddress> addresses, List<Notice> notices) {
    ServicePlan {
        addresses = List.copyOf(addresses);
        notices = List.copyOf(notices);
    }

    ServiceKey service() {
        return claim.key();
    }
}
