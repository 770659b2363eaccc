package dev.carom.agent.reconcile;

import java.time.Duration;

/** Rung by any thread when something is worth telling at once; one thread waits for it. */
public final class Bell {
    private boolean rung;

    public synchronized void ring() {
        rung = true;
        notifyAll();
    }

    /** Waits until it was rung since the last wait, or the time is over. */
    public synchronized void await(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        long left = longest.toMillis();
        while (!rung && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        rung = false;
    }
}
