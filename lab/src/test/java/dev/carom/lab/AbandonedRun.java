package dev.carom.lab;

import dev.carom.lab.process.LabProcess;
import dev.carom.lab.process.ProcessIdentity;
import java.util.List;
import java.util.Map;

/** A run that starts a lab with a process on the machine itself, prints both and waits to be killed. */
final class AbandonedRun {

    private AbandonedRun() {}

    public static void main(String[] arguments) throws InterruptedException {
        Lab lab = Lab.start(LabOptions.defaults());
        LabProcess sleeper = lab.start("sleep", List.of("sleep", "1000"), Map.of());
        System.out.println(lab.id());
        System.out.println(ProcessIdentity.of(sleeper.pid()).orElseThrow().line());
        Thread.sleep(Long.MAX_VALUE);
    }
}
