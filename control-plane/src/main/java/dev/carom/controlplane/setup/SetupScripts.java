package dev.carom.controlplane.setup;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.pool.Backend;
import dev.carom.controlplane.pool.BackendRepository;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.vip.Listener;
import dev.carom.controlplane.vip.ListenerRepository;
import dev.carom.controlplane.vip.Vip;
import dev.carom.controlplane.vip.VipRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the script that lets a backend hold every VIP that leads to it. */
@Component
public class SetupScripts {
    private final BackendRepository backends;
    private final ListenerRepository listeners;
    private final VipRepository vips;

    SetupScripts(BackendRepository backends, ListenerRepository listeners, VipRepository vips) {
        this.backends = backends;
        this.listeners = listeners;
        this.vips = vips;
    }

    /** @throws InvalidResource where the system has no such way */
    @Transactional(readOnly = true)
    public String write(UUID id, Format format, Way way, boolean undo) {
        Backend backend = backends.findById(id).orElseThrow(() -> new NotFound("backend", id));
        Set<UUID> reaching =
                listeners
                        .findAll((root, query, criteria) -> criteria.equal(root.get("poolId"), backend.poolId()))
                        .stream()
                        .map(Listener::vipId)
                        .collect(Collectors.toSet());
        List<IpAddress> addresses = vips.findAllById(reaching).stream()
                .sorted(Comparator.comparing(Vip::name))
                .map(vip -> vip.spec().address())
                .toList();
        return script(
                new SetupPlan(backend.id(), backend.name(), backend.spec().address(), addresses, way, undo), format);
    }

    static String script(SetupPlan plan, Format format) {
        boolean linux = format != Format.FREEBSD && format != Format.WINDOWS;
        if (plan.way() == Way.DOWN_INTERFACE && !linux) {
            throw new InvalidResource(
                    "/way", "WAY_NOT_AVAILABLE", "Linux alone takes packets for an address of a downed interface.");
        }
        return switch (format) {
            case SHELL -> ShellScript.of(plan);
            case NETWORKD -> NetworkdScript.of(plan);
            case NETPLAN -> NetplanScript.of(plan);
            case ANSIBLE -> AnsiblePlaybook.of(plan);
            case CLOUD_INIT -> CloudConfig.of(plan);
            case FREEBSD -> FreeBsdScript.of(plan);
            case WINDOWS -> PowerShellScript.of(plan);
        };
    }
}
