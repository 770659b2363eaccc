package dev.carom.agent.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.neighbor.AnnouncementVector.Announce;
import dev.carom.agent.neighbor.AnnouncementVector.Rate;
import dev.carom.agent.neighbor.AnnouncementVector.Release;
import dev.carom.agent.neighbor.AnnouncementVector.Step;
import dev.carom.agent.neighbor.AnnouncementVector.Until;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One vector on what {@link Neighbors} runs in its ticks, by a clock of its own. */
final class AnnouncementRun {
    private final List<Segment> segments;
    private final Announcements announcements = new Announcements();
    private final Questions questions = new Questions(this::send);
    private final List<Sent> sent = new ArrayList<>();
    private long now;

    private record Sent(long millis, String interfaceName, String frame) {
        @Override
        public String toString() {
            return millis + " " + interfaceName + " " + frame;
        }
    }

    AnnouncementRun(List<Segment> segments) {
        this.segments = segments;
        questions.attach(new Segments(segments));
    }

    void take(Step step) {
        switch (step) {
            case Announce announce -> announcements.add(announce.vips(), now);
            case Release release -> announcements.remove(release.vips());
            case Until until -> check(until);
        }
    }

    private void check(Until until) {
        sent.clear();
        for (; now < until.end().toNanos(); now += Neighbors.TICK_NANOS) {
            announcements.due(now, Neighbors.ANNOUNCEMENTS_PER_TICK).forEach(questions::announce);
        }
        until.out()
                .ifPresent(out -> assertThat(sent.stream().map(Sent::toString)).containsExactlyElementsOf(out));
        until.rate().ifPresent(this::check);
    }

    private void check(Rate rate) {
        assertThat(sent).hasSize(rate.frames()).doesNotHaveDuplicates();
        assertThat(sent.stream()
                        .collect(Collectors.groupingBy(Sent::millis, Collectors.counting()))
                        .values())
                .allMatch(frames -> frames <= rate.framesEachTick());
        assertThat(sent.stream().map(Sent::frame).collect(Collectors.groupingBy(Function.identity())))
                .hasSizeGreaterThanOrEqualTo(rate.vips());
    }

    private boolean send(int interfaceIndex, byte[] frame) {
        String name = segments.get(interfaceIndex).link().name();
        return sent.add(new Sent(now / 1_000_000, name, HexFormat.of().formatHex(frame)));
    }
}
