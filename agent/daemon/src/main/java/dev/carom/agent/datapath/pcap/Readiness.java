package dev.carom.agent.datapath.pcap;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.DataPathSettings.Offloads;
import dev.carom.agent.datapath.InterfaceLookup;
import dev.carom.agent.datapath.InterfaceStatus;
import dev.carom.agent.datapath.InterfaceStatus.EngineMode;
import java.time.Duration;

/** Tells whether an interface's frames are decided and can leave again. */
record Readiness(Engine engine, Offloads offloads) {
    /** After the last super-frame. */
    private static final Duration MEMORY = Duration.ofSeconds(60);

    InterfaceStatus of(AttachedInterface attached) {
        String trouble = trouble(attached);
        boolean ready = trouble.isEmpty();
        return new InterfaceStatus(
                attached.name(), EngineMode.PCAP, engine.isFallback(), ready, ready ? engine.description() : trouble);
    }

    /** The kernel is asked anew: a caller may know of a change before the watch has acted upon it. */
    private String trouble(AttachedInterface attached) {
        if (!attached.isThere()) {
            return "the interface is gone";
        }
        if (!InterfaceLookup.isUp(attached.name())) {
            return "the link is down";
        }
        String trouble = engine.trouble(attached.index());
        // Where offloads may not be touched, super-frames are what this node cannot serve, and not one host's mistake.
        boolean cutsFrames = offloads == Offloads.LEAVE && engine.counters().truncatedWithin(attached.index(), MEMORY);
        return trouble.isEmpty() && cutsFrames
                ? "NOT_READY_SUPERFRAMES: frames longer than the MTU arrive and cannot be sent on"
                : trouble;
    }
}
