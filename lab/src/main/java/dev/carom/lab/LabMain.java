package dev.carom.lab;

import dev.carom.lab.namespace.LabRecord;
import dev.carom.lab.namespace.NetworkNamespace;
import dev.carom.lab.namespace.Prerequisites;
import dev.carom.lab.namespace.StandingLab;
import dev.carom.lab.process.CommandFailed;
import dev.carom.lab.topology.HostName;
import dev.carom.lab.topology.Link;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code ./carom lab}: the network alone, to look around in. */
public final class LabMain {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int SOMETHING_MISSING = 3;

    private final StandingLab lab = new StandingLab(LabRecord.ROOT);

    private LabMain() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(new LabMain().run(List.of(arguments)));
    }

    private int run(List<String> arguments) throws IOException, InterruptedException {
        return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "up" -> up();
            case "down" -> down();
            case "status" -> status();
            case "exec" -> exec(arguments);
            default -> complain(WRONG_USAGE, "usage: lab up | down | status | exec HOST -- COMMAND");
        };
    }

    private int up() {
        List<String> missing = Prerequisites.missing();
        if (!missing.isEmpty()) {
            return complain(SOMETHING_MISSING, String.join("\n", missing));
        }
        try {
            return lab.up() ? status() : complain(FAILED, "the lab is up already");
        } catch (CommandFailed e) {
            return complain(FAILED, String.valueOf(e.getMessage()));
        }
    }

    private int down() {
        return lab.down() ? 0 : complain(FAILED, "the lab is not up");
    }

    private int status() {
        if (!lab.stands()) {
            return complain(FAILED, "the lab is not up");
        }
        for (HostName host : lab.topology().hosts()) {
            for (Link link : lab.topology().links(host)) {
                System.out.printf(
                        "%-9s %s  %s  %-15s %s%n", host.label(), link.device(), link.mac(), link.ipv4(), link.ipv6());
            }
        }
        return 0;
    }

    private int exec(List<String> arguments) throws IOException, InterruptedException {
        Optional<NetworkNamespace> host = arguments.size() < 4 ? Optional.empty() : lab.host(arguments.get(1));
        if (!lab.stands() || host.isEmpty()) {
            return complain(lab.stands() ? WRONG_USAGE : FAILED, lab.stands() ? "no such host" : "the lab is not up");
        }
        List<String> command = arguments.subList(3, arguments.size());
        return new ProcessBuilder(host.get().inside(command))
                .inheritIO()
                .start()
                .waitFor();
    }

    private static int complain(int status, String text) {
        System.err.println("carom lab: " + text);
        return status;
    }
}
