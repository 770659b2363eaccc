package dev.carom.agent.symptom;

import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import java.time.Duration;

/** Somebody else changed what this agent made on the host. One finding, however often: it lasts after the last time. */
public final class TamperedGuard implements Symptom {
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Findings findings;
    private final Growth<String> growth = new Growth<>();

    public TamperedGuard(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void look(Sight sight) {
        DataPathCounters.Engine engine = sight.counters().engine();
        long restorations = engine.guardRestorations();
        if (growth.of("guard", restorations) > 0) {
            findings.openFor(
                    LIFETIME,
                    FindingCode.TAMPERED,
                    "",
                    "Somebody else changed the nftables table `netdev carom`; it was made good",
                    "made good " + restorations + (restorations == 1 ? " time" : " times") + " since the agent started"
                            + (engine.guardChangedBy().isEmpty()
                                    ? ""
                                    : "; the last time after " + engine.guardChangedBy()),
                    "Find what runs `nft flush ruleset` or reloads the firewall on this node, and leave `netdev carom` out of it");
        }
    }
}
