package dev.carom.controlplane.security;

import dev.carom.controlplane.address.Subnet;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What whoever runs the control plane opens to it in spite of the rule, as a relay on its own host.
 *
 * @param allowed subnets, as {@code 127.0.0.5/32}
 */
@ConfigurationProperties("carom.egress")
record EgressSettings(@DefaultValue List<String> allowed) {
    List<Subnet> subnets() {
        return allowed.stream().map(Subnet::parse).toList();
    }
}
