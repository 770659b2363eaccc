package dev.carom.lab.namespace;

import dev.carom.lab.process.Command;
import dev.carom.lab.process.ProcessIdentity;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Removes what labs of dead processes left; a namespace without a record of ours is never touched. */
public final class Leftovers {

    private Leftovers() {}

    /**
     * Ends the recorded processes of abandoned labs and removes their namespaces and records.
     *
     * @return the ids of the labs removed
     */
    public static List<String> remove(Path root) {
        List<LabRecord> abandoned =
                LabRecord.all(root).stream().filter(LabRecord::isAbandoned).toList();
        abandoned.forEach(Leftovers::remove);
        return abandoned.stream().map(LabRecord::id).toList();
    }

    /** Also the way a living lab goes. */
    public static void remove(LabRecord lab) {
        lab.processes().forEach(ProcessIdentity::kill);
        namespacesOf(lab.id()).forEach(NetworkNamespace::delete);
        lab.delete();
    }

    private static List<NetworkNamespace> namespacesOf(String id) {
        Predicate<String> own = name -> name.startsWith("carom-" + id + "-");
        return Command.of("ip", "netns", "list")
                .require()
                .lines()
                .map(line -> line.split(" ", 2)[0])
                .filter(own)
                .map(NetworkNamespace::new)
                .toList();
    }
}
