package dev.carom.controlplane.platform;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Binds the settings of this package. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CaromProperties.class)
@EnableScheduling
class PlatformConfiguration {
    private static final int SCHEDULING_THREADS = 8;
    private static final Duration END_OF_TASKS = Duration.ofSeconds(5);

    /**
     * Several threads, where one is usual with virtual threads: an hour of history or a slow database must not hold up
     * what rolls back by itself, or the word that a node is lost.
     */
    @Bean
    ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder builder) {
        return builder.poolSize(SCHEDULING_THREADS)
                .awaitTermination(true)
                .awaitTerminationPeriod(END_OF_TASKS)
                .build();
    }

    /** PostgreSQL keeps microseconds: a time reads back as it was written. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
