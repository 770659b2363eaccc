package dev.carom.controlplane.platform.postgres;

import java.util.ArrayList;
import java.util.List;

/** How a program of PostgreSQL must be started so that it runs as anybody and dies with this process. */
final class ChildCommand {
    private ChildCommand() {}

    /**
     * {@code setsid}: Ctrl-C in the terminal reaches us alone, and we stop the server in order. {@code unshare
     * --user}: PostgreSQL refuses to run as root; in a user namespace without a mapping root is nobody, and its files
     * on disk stay root's. {@code setpriv --pdeathsig}: a killed Java process takes the server along by a fast
     * shutdown; the signal fires when the spawning <em>thread</em> ends.
     */
    static List<String> of(List<String> program) {
        List<String> command = new ArrayList<>(List.of("setsid"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.addAll(List.of("setpriv", "--pdeathsig", "INT"));
        command.addAll(program);
        return List.copyOf(command);
    }
}
