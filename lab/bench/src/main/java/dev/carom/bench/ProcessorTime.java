package dev.carom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process has used of all cores, in its own code and in the kernel; what its children used is theirs. */
final class ProcessorTime {
    /** Linux's USER_HZ, on every architecture that Carom runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER = 11;
    private static final int KERNEL = 12;

    private ProcessorTime() {}

    /** In seconds, since the process began. */
    static double of(long process) {
        try {
            return parse(Files.readString(Path.of("/proc", Long.toString(process), "stat")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** proc_pid_stat(5): the second field, the command, may hold spaces and brackets itself. */
    static double parse(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER]) + Long.parseLong(fields[KERNEL])) / TICKS_PER_SECOND;
    }
}
