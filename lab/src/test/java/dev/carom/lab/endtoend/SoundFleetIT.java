package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.deployment.Deployment;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Zero false alarms in a sound fleet. */
@EndToEnd
class SoundFleetIT {
    @Test
    void twoMinutesWithoutAFalseAlarm(Deployment deployment) {
        int examinations = SoundFleet.watch(deployment, "10.0.0.133", Duration.ofMinutes(2));
        assertThat(examinations).isGreaterThanOrEqualTo(7);
    }

    @Test
    @Tag("slow")
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void tenMinutesWithoutAFalseAlarm(Deployment deployment) {
        int examinations = SoundFleet.watch(deployment, "10.0.0.134", Duration.ofMinutes(10));
        assertThat(examinations).isGreaterThanOrEqualTo(7);
    }
}
