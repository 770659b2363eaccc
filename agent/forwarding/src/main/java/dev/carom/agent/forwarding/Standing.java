package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.OnBackendDown;
import java.time.Instant;

/**
 * Where one backend stands for one listener: the operator's will, and its health there.
 *
 * @param share what it takes of its weight, 1 to {@link SlowStart#WHOLE}
 */
record Standing(Backend backend, BackendEntry entry, boolean draining, boolean disabled, Health health, int share) {

    /** A drain past its deadline is over: the backend is as good as disabled. */
    static Standing of(Backend backend, BackendEntry entry, Health health, SlowStart slowStart, Instant now) {
        boolean wantsDrain = backend.state() == AdminState.DRAINING || backend.state() == AdminState.DEPARTING;
        boolean expired = wantsDrain
                && backend.drainDeadline()
                        .filter(deadline -> !now.isBefore(deadline))
                        .isPresent();
        return new Standing(
                backend,
                entry,
                wantsDrain && !expired,
                expired || backend.state() == AdminState.DISABLED,
                health,
                slowStart.share(now));
    }

    /** The operator wants it to take new flows. */
    boolean isWanted() {
        return !draining && !disabled && backend.weight() > 0;
    }

    boolean isWantedAnd(Health wanted) {
        return isWanted() && health == wanted;
    }

    /** For a backend that takes no new flows. */
    Disposition ofRemembered(OnBackendDown onBackendDown) {
        boolean lost = disabled || health == Health.DOWN;
        return lost && onBackendDown == OnBackendDown.MOVE ? Disposition.MOVES : Disposition.KEEPS;
    }
}
