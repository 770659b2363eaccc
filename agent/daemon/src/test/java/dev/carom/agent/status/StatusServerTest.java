package dev.carom.agent.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusServerTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void theWholeStatusIsReadOverTheSocketAndOnlyByItsOwner() throws IOException {
        String status = "ready: true\n".repeat(20_000);
        try (StatusServer server = StatusServer.open(directory, () -> status)) {
            assertThat(server).isNotNull();
            assertThat(StatusClient.ask(directory)).isEqualTo(status);
            assertThat(StatusClient.ask(directory)).isEqualTo(status);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("agent.sock"))))
                    .isEqualTo("rw-------");
        }
        assertThat(directory.resolve("agent.sock")).doesNotExist();
        assertThatThrownBy(() -> StatusClient.ask(directory)).isInstanceOf(IOException.class);
    }

    @Test
    void theSocketOfAKilledAgentIsReplaced() throws IOException {
        Files.createFile(directory.resolve("agent.sock"));
        try (StatusServer server = StatusServer.open(directory, () -> "alive")) {
            assertThat(server).isNotNull();
            assertThat(StatusClient.ask(directory)).isEqualTo("alive");
        }
    }

    @Test
    void twoAgentsWithTheirOwnStateDirectoriesDoNotMeet() throws IOException {
        Path other = Files.createDirectory(directory.resolve("other"));
        try (StatusServer first = StatusServer.open(directory, () -> "first");
                StatusServer second = StatusServer.open(other, () -> "second")) {
            assertThat(first).isNotSameAs(second);
            assertThat(StatusClient.ask(directory)).isEqualTo("first");
            assertThat(StatusClient.ask(other)).isEqualTo("second");
        }
    }
}
