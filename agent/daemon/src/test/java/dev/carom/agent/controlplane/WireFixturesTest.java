package dev.carom.agent.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.carom.agent.reconcile.RevisionId;
import dev.carom.agent.reconcile.RevisionedState;
import dev.carom.contract.v1.WatchResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a control plane of v0.1 writes is understood. */
class WireFixturesTest {
    private static final Path V0_1 = Path.of("../contract/src/test/resources/wire/v0.1");

    @Test
    void aDesiredStateOfV01IsUnderstood() throws IOException {
        ByteString bytes = ByteString.copyFrom(Files.readAllBytes(V0_1.resolve("DesiredState.bin")));
        RevisionedState read =
                DesiredStateReader.read(new ReceivedState(new RevisionId(1, 1), ReceivedState.hashOf(bytes), bytes));
        assertThat(read.desired().vips()).hasSize(2);
        assertThat(read.desired().nodes()).hasSize(2);
        assertThat(read.desired().virtualRouters()).hasSize(2);
        assertThat(read.desired().pools())
                .hasSize(2)
                .allSatisfy(pool -> assertThat(pool.backends()).hasSize(2));
        assertThat(read.desired().pools().getFirst().slowStart()).isEqualTo(Duration.ofMillis(1_000_000_000_108L));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "MESSAGE_NOT_SET")
    void everyKindOfWatchMessageOfV01IsUnderstood(WatchResponse.MessageCase kind) throws IOException {
        Path fixture = V0_1.resolve("WatchResponse-" + kind.name().toLowerCase(Locale.ROOT) + ".bin");
        WatchResponse message = WatchResponse.parseFrom(Files.readAllBytes(fixture));
        assertThat(message.getMessageCase()).isEqualTo(kind);
        assertThat(message.getUnknownFields().asMap()).isEmpty();
    }
}
