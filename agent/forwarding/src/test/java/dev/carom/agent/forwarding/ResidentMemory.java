package dev.carom.agent.forwarding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel says this process occupies, heap and all. */
final class ResidentMemory {
    private ResidentMemory() {}

    /** From {@code /proc/self/status}, which counts in kB. */
    static long bytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .map(kilobytes -> kilobytes * 1024)
                .findFirst()
                .orElseThrow();
    }
}
