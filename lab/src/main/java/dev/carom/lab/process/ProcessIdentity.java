package dev.carom.lab.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One process for all time: numbers are used again, a number with its start time is not.
 *
 * @param startTicks clock ticks between boot and start, field 22 of {@code /proc/<pid>/stat}
 */
public record ProcessIdentity(long pid, long startTicks) {

    public static ProcessIdentity current() {
        long pid = ProcessHandle.current().pid();
        return of(pid).orElseThrow(() -> new IllegalStateException("/proc has no process " + pid));
    }

    /** Nothing if no such process is alive; a zombie is not. */
    public static Optional<ProcessIdentity> of(long pid) {
        try {
            return parseStat(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException ignored) {
            return Optional.empty();
        }
    }

    static Optional<ProcessIdentity> parseStat(String stat) {
        long pid = Long.parseLong(stat.substring(0, stat.indexOf(' ')));
        // The name in parentheses may hold spaces and parentheses itself: the fields begin after the last one.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ");
        return fields[0].equals("Z")
                ? Optional.empty()
                : Optional.of(new ProcessIdentity(pid, Long.parseLong(fields[19])));
    }

    public boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    /** Ends exactly this process, never another that got its number. */
    public void kill() {
        if (isAlive()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** One line, as {@link #parse} reads it. */
    public String line() {
        return pid + " " + startTicks;
    }

    public static ProcessIdentity parse(String line) {
        String[] parts = line.strip().split(" ");
        return new ProcessIdentity(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
}
