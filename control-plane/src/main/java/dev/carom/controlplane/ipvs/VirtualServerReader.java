package dev.carom.controlplane.ipvs;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.ipvs.Service.Affinity;
import dev.carom.controlplane.ipvs.Service.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one virtual_server. */
final class VirtualServerReader {
    static final String NO_DIRECT_ROUTING =
            "Only direct routing (DR, -g) has an equivalent: no address is translated and no tunnel built. Give the"
                    + " servers the VIP on their loopback, then import them as DR.";
    static final String PORT_TRANSLATION =
            "The server's port is not the service's: a packet reaches a server as the client sent it, so ports cannot be"
                    + " translated.";

    private final Remarks remarks;
    private final CheckReader checks;
    private final Directive whole;
    private final int port;

    private String protocol = "TCP";
    private String algorithm = Scheduler.USUAL;
    private @Nullable Long persistenceSeconds;
    private @Nullable Integer prefixLength;
    private boolean direct;
    private @Nullable Server sorry;
    private final List<Server> servers = new ArrayList<>();

    VirtualServerReader(Directive whole, int port, Remarks remarks) {
        this.whole = whole;
        this.port = port;
        this.remarks = remarks;
        this.checks = new CheckReader(port, remarks);
    }

    /** One service for each address; none when it does not forward by direct routing. */
    List<Service> read(List<IpAddress> addresses) {
        whole.block().forEach(this::setting);
        if (!direct) {
            remarks.leftOut(whole, NO_DIRECT_ROUTING);
            return List.of();
        }
        if (!protocol.equals("TCP") && !protocol.equals("UDP")) {
            remarks.leftOut(whole, "Only TCP and UDP are forwarded.");
            return List.of();
        }
        whole.block().stream()
                .filter(directive -> directive.keyword().equals("real_server"))
                .forEach(this::server);
        Check check = checks.found();
        return addresses.stream()
                .map(address ->
                        new Service(protocol, address, port, algorithm, affinity(address), servers, check, sorry))
                .toList();
    }

    private @Nullable Affinity affinity(IpAddress address) {
        int all = address.isIpv4() ? 32 : 128;
        return persistenceSeconds == null
                ? null
                : new Affinity(persistenceSeconds, prefixLength == null ? all : prefixLength);
    }

    private void setting(Directive directive) {
        String value = directive.argument();
        switch (directive.keyword()) {
            case "real_server" -> {}
            case "lb_algo", "lvs_sched" -> scheduler(directive);
            case "lb_kind", "lvs_method" -> direct = value.equals("DR");
            case "protocol" -> protocol = value;
            case "delay_loop" -> Values.milliseconds(value).ifPresent(checks::interval);
            case "retry" -> Values.number(value).ifPresent(checks::retry);
            case "virtualhost" -> checks.host(value);
            case "persistence_timeout" ->
                persistenceSeconds =
                        Values.number(value).map(Integer::longValue).orElse(300L);
            case "persistence_granularity" ->
                prefixLength = Values.prefixLength(value).orElse(null);
            case "sorry_server" -> sorry = reachable(directive, 1).orElse(null);
            default -> remarks.leftOut(directive, Explanations.of(directive.keyword()));
        }
    }

    private void scheduler(Directive directive) {
        Optional<String> known = Scheduler.named(directive.argument());
        algorithm = known.orElse(Scheduler.INSTEAD);
        if (known.isEmpty()) {
            remarks.changed(directive, Scheduler.explain(directive.argument()));
        }
        if (directive.words().size() > 2) {
            remarks.changed(directive, "Flags of a scheduler have no equivalent.");
        }
    }

    private void server(Directive directive) {
        int weight = 1;
        for (Directive each : directive.block()) {
            switch (each.keyword()) {
                case "weight" -> weight = Values.number(each.argument()).orElse(1);
                case "inhibit_on_failure" ->
                    remarks.changed(each, "A backend that is down gets no new flows; its old ones move, too.");
                case "lb_kind", "lvs_method" -> {
                    if (!each.argument().equals("DR")) {
                        remarks.leftOut(directive, NO_DIRECT_ROUTING);
                        return;
                    }
                }
                default -> {
                    if (!checks.read(each)) {
                        remarks.leftOut(each, Explanations.of(each.keyword()));
                    }
                }
            }
        }
        int heaviest = 256;
        if (weight > heaviest) {
            remarks.changed(directive, "A weight is at most " + heaviest + ": it has that.");
        }
        int taken = Math.min(weight, heaviest);
        reachable(directive, taken).ifPresent(servers::add);
    }

    /** Who listens on the service's own port. */
    private Optional<Server> reachable(Directive directive, int weight) {
        Optional<IpAddress> address = Values.address(directive.argument());
        String ownPort = directive.words().size() > 2 ? directive.words().get(2) : "";
        if (address.isEmpty()) {
            remarks.leftOut(directive, "A server is named by its address.");
            return Optional.empty();
        }
        if (!ownPort.isEmpty() && !Values.port(ownPort).equals(Optional.of(port))) {
            remarks.leftOut(directive, PORT_TRANSLATION);
            return Optional.empty();
        }
        return Optional.of(new Server(address.get(), weight));
    }
}
