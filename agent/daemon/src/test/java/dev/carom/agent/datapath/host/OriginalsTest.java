package dev.carom.agent.datapath.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.agent.datapath.HostChangeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginalsTest {
    private static final Originals ORIGINALS = Originals.none("b00t")
            .with("eth0", new Originals.Link(3, Map.of("generic-receive-offload", true, "rx-gro-list", false)))
            .with("eth1", new Originals.Link(4, Map.of()));

    @Test
    void readsWhatItWrote() {
        assertThat(Originals.parse(ORIGINALS.toText())).isEqualTo(ORIGINALS);
    }

    @Test
    void aNewLinkOfAnOldNameIsAnotherLink() {
        assertThat(ORIGINALS.knows("eth0", 3)).isTrue();
        assertThat(ORIGINALS.knows("eth0", 7)).isFalse();
        assertThat(ORIGINALS.knows("eth2", 3)).isFalse();
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> Originals.parse("boot b00t\nsysctl net.ipv4.ip_forward 0\n"))
                .isInstanceOf(HostChangeException.class)
                .hasMessageContaining("sysctl net.ipv4.ip_forward 0");
    }

    @Test
    void isOnDiskWholeOrNotAtAll(@TempDir Path directory) throws Exception {
        OriginalsFile file = new OriginalsFile(directory.resolve("made/by/it"));
        assertThat(file.read()).isEmpty();
        file.write(ORIGINALS);
        assertThat(file.read()).contains(ORIGINALS);
        file.delete();
        assertThat(Files.list(directory.resolve("made/by/it"))).isEmpty();
    }
}
