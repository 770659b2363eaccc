package dev.carom.agent.symptom;

import dev.carom.agent.datapath.InterfaceStatus;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import java.util.Optional;

/** Frames are decided by the slower engine, because the other did not start. */
public final class EngineFallback implements Symptom {
    private static final String THIS_NODE = "";

    private final Findings findings;

    public EngineFallback(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void look(Sight sight) {
        Optional<InterfaceStatus> fallenBack =
                sight.engines().stream().filter(InterfaceStatus::fallback).findFirst();
        if (fallenBack.isEmpty()) {
            findings.close(FindingCode.ENGINE_FALLBACK, THIS_NODE);
            return;
        }
        findings.open(
                FindingCode.ENGINE_FALLBACK,
                THIS_NODE,
                "This node forwards by the fallback engine, about half as fast",
                fallenBack.get().interfaceName() + ": " + fallenBack.get().reason(),
                "Start the agent with --enable-native-access=ALL-UNNAMED and with libpcap.so.1 in place;"
                        + " its log names what did not load");
    }
}
