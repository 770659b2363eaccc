package dev.carom.lab.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Lab;
import dev.carom.lab.LabOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lab")
class StandingLabIT {
    private final StandingLab lab = new StandingLab(LabRecord.ROOT);

    @Test
    void standsBesideOtherLabsUntilItIsTakenDown() {
        assertThat(lab.up()).isTrue();
        try (Lab other = Lab.start(LabOptions.defaults())) {
            assertThat(other.id()).isNotEqualTo(lab.topology().id());
            assertThat(lab.up()).isFalse();
            assertThat(lab.host("client")
                            .orElseThrow()
                            .run("ping", "-c", "1", "-W", "2", "10.0.0.23")
                            .succeeded())
                    .isTrue();
        }
        assertThat(lab.down()).isTrue();
        assertThat(lab.down()).isFalse();
        assertThat(lab.stands()).isFalse();
    }

    @AfterEach
    void takeDown() {
        lab.down();
    }
}
