package dev.carom.lab;

import dev.carom.lab.topology.ClientPlace;
import java.nio.file.Path;

/**
 * How a lab is to be.
 *
 * @param logs the logs of its programs go to a directory of the lab's id in here
 */
public record LabOptions(ClientPlace clientPlace, Path logs) {

    public static LabOptions defaults() {
        return new LabOptions(ClientPlace.BEHIND_ROUTER, Path.of("target", "lab-logs"));
    }

    public LabOptions withClient(ClientPlace place) {
        return new LabOptions(place, logs);
    }

    public LabOptions withLogs(Path directory) {
        return new LabOptions(clientPlace, directory);
    }
}
