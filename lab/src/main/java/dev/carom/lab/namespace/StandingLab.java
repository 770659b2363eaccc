package dev.carom.lab.namespace;

import dev.carom.lab.process.CommandFailed;
import dev.carom.lab.process.ProcessIdentity;
import dev.carom.lab.topology.Layout;
import dev.carom.lab.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The one lab that outlives the process that made it, until it is taken down. Its owner is a sleeping process, so that
 * other runs see it as alive; at the machine's next start it is a leftover.
 */
public record StandingLab(Path root) {
    private static final String ID = "up";

    /**
     * Makes the lab.
     *
     * @return false if it stands already
     * @throws CommandFailed if the machine does not let it; nothing is left then
     */
    public boolean up() {
        Leftovers.remove(root);
        if (stands()) {
            return false;
        }
        ProcessIdentity owner = startOwner();
        record().create(owner);
        record().addProcess(owner.pid());
        try {
            Wiring.build(topology());
        } catch (CommandFailed e) {
            Leftovers.remove(record());
            throw e;
        }
        return true;
    }

    public boolean stands() {
        return Files.isDirectory(record().directory());
    }

    /** Removes it with all that runs inside; false if there was none. */
    public boolean down() {
        if (!stands()) {
            return false;
        }
        Leftovers.remove(record());
        return true;
    }

    public Topology topology() {
        return new Topology(ID, Layout.USUAL);
    }

    /** The host of that name; nothing if there is no such host. */
    public Optional<NetworkNamespace> host(String label) {
        return topology().hosts().stream()
                .filter(name -> name.label().equals(label))
                .map(name -> new NetworkNamespace(topology().namespace(name)))
                .findFirst();
    }

    private LabRecord record() {
        return new LabRecord(ID, root.resolve(ID));
    }

    /** In a session of its own, so that a Ctrl-C in this terminal does not reach it. */
    private static ProcessIdentity startOwner() {
        List<String> arguments = List.of("setsid", "sleep", "infinity");
        try {
            Process owner = new ProcessBuilder(arguments)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return ProcessIdentity.of(owner.pid()).orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(String.join(" ", arguments) + ": " + e.getMessage(), e);
        }
    }
}
