package dev.carom.controlplane.security;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.address.Subnet;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** {@link EgressRule}, and the exceptions that whoever runs the control plane makes. */
@Component
@EnableConfigurationProperties(EgressSettings.class)
public class Egress {
    private final List<Subnet> allowed;

    Egress(EgressSettings settings) {
        this.allowed = settings.subnets();
    }

    /** Why the address is refused; empty: it may be reached. */
    public Optional<String> offence(InetAddress address) {
        IpAddress plain = new IpAddress(address);
        return allowed.stream().anyMatch(subnet -> subnet.contains(plain))
                ? Optional.empty()
                : EgressRule.offence(address);
    }

    /**
     * The host's addresses, all of them judged: connect to one of these, not to the name.
     *
     * @throws EgressRefused if one of them must not be reached
     * @throws UnknownHostException if there is none
     */
    public List<InetAddress> resolve(String host) throws EgressRefused, UnknownHostException {
        List<InetAddress> addresses = List.of(InetAddress.getAllByName(host));
        for (InetAddress address : addresses) {
            Optional<String> offence = offence(address);
            if (offence.isPresent()) {
                throw new EgressRefused(offence.get());
            }
        }
        return addresses;
    }
}
