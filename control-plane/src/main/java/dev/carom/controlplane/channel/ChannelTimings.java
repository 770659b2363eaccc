package dev.carom.controlplane.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The stream's pace.
 *
 * @param heartbeat between signs of life; agents give a stream up after three of them
 * @param acknowledgementWait how long a snapshot without an answer holds back the next
 */
@ConfigurationProperties("carom.channel")
record ChannelTimings(
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("2s") Duration acknowledgementWait) {}
