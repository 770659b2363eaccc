package dev.carom.lab;

import dev.carom.lab.topology.Layout;
import java.nio.file.Path;

/**
 * How a lab is to be.
 *
 * @param logs the logs of its programs go to a directory of the lab's id in here
 */
public record LabOptions(Layout layout, Path logs) {

    public static LabOptions defaults() {
        return new LabOptions(Layout.USUAL, Path.of("target", "lab-logs"));
    }

    public LabOptions withLayout(Layout shape) {
        return new LabOptions(shape, logs);
    }

    public LabOptions withLogs(Path directory) {
        return new LabOptions(layout, directory);
    }
}
