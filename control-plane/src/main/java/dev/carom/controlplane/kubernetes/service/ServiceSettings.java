package dev.carom.controlplane.kubernetes.service;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Services of this cluster get VIPs.
 *
 * @param enabled off unless set
 * @param cluster tells clusters apart that share one Carom; part of the VIPs' names
 * @param namespace of the lease by which one replica leads
 * @param lease its name
 * @param kubeProxyHealthPort where kube-proxy says that it works, on every node
 * @param resync how often everything is looked at though nothing was heard
 * @param addressPools in the order in which they are used up
 */
@ConfigurationProperties("carom.kubernetes.services")
record ServiceSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("kubernetes") String cluster,
        @DefaultValue("default") String namespace,
        @DefaultValue("carom-service-controller") String lease,
        @DefaultValue("10256") int kubeProxyHealthPort,
        @DefaultValue("30s") Duration resync,
        @DefaultValue List<Pool> addressPools) {

    ServiceSettings {
        addressPools = List.copyOf(addressPools);
    }

    /** @param addresses ranges or subnets, as in {@link AddressRange#parse} */
    record Pool(
            String name,
            String nodeGroup,
            List<String> addresses,
            @DefaultValue("true") boolean autoAssign) {
        Pool {
            addresses = List.copyOf(addresses);
        }
    }

    /** @throws IllegalArgumentException if an address is none */
    List<AddressPool> pools() {
        return addressPools.stream()
                .map(pool -> new AddressPool(
                        pool.name(),
                        pool.nodeGroup(),
                        pool.addresses().stream().map(AddressRange::parse).toList(),
                        pool.autoAssign()))
                .toList();
    }
}
