package dev.carom.agent.datapath;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps the last control frames (ARP, neighbour discovery, ICMP, VRRP), and those around each of the last state changes
 * for longer: so that what led to one can be read after it. Its memory is bounded; recording allocates nothing.
 */
public final class FlightRecorder {
    /** Frames that a state change keeps from being written over. */
    public static final int FRAMES = 512;

    private static final int CHANGES = 16;
    /** What follows a change belongs to it. */
    private static final Duration AFTER = Duration.ofSeconds(1);

    private final FlightRing met = new FlightRing(0);
    /** Written by whoever holds its lock: frames that the agent sends beside the data path. */
    private final FlightRing sent = new FlightRing(1);

    private final Deque<Recording> frozen = new ArrayDeque<>();
    private final List<Change> waiting = new ArrayList<>();

    /** Something that an operator may want to understand later. */
    public record Change(Instant time, String text) {}

    /** Frames in the order of their times, and the changes among them. */
    public record Recording(List<Change> changes, List<RecordedFrame> frames) {
        public Recording {
            changes = List.copyOf(changes);
            frames = List.copyOf(frames);
        }
    }

    /** Called by the data path's thread. */
    public void met(int interfaceIndex, MemorySegment frame, long wallMillis, boolean outbound) {
        met.write(interfaceIndex, frame, wallMillis, outbound);
    }

    /** Any thread. */
    public void sent(int interfaceIndex, byte[] frame) {
        synchronized (sent) {
            sent.write(interfaceIndex, MemorySegment.ofArray(frame), System.currentTimeMillis(), true);
        }
    }

    /** Any thread; returns at once. Changes within a second share what is kept. */
    public synchronized void note(Instant time, String change) {
        if (waiting.size() < CHANGES) {
            waiting.add(new Change(time, change));
        }
        if (waiting.size() == 1) {
            Thread.ofVirtual().name("flight-recorder").start(this::freezeSoon);
        }
    }

    private void freezeSoon() {
        try {
            Thread.sleep(AFTER);
        } catch (InterruptedException early) {
            Thread.currentThread().interrupt();
        }
        freeze();
    }

    private synchronized void freeze() {
        frozen.addLast(new Recording(waiting, newest()));
        waiting.clear();
        while (frozen.size() > CHANGES) {
            frozen.removeFirst();
        }
    }

    /** Whether a change has been noted whose frames are not kept yet. */
    synchronized boolean isWaiting() {
        return !waiting.isEmpty();
    }

    private List<RecordedFrame> newest() {
        List<RecordedFrame> frames = new ArrayList<>(met.newest(FRAMES));
        frames.addAll(sent.newest(FRAMES));
        frames.sort(Comparator.comparing(RecordedFrame::time));
        return frames.subList(Math.max(0, frames.size() - FRAMES), frames.size());
    }

    /** What is kept, and the last frames of now. */
    public synchronized Recording recording() {
        List<Change> changes = new ArrayList<>();
        List<RecordedFrame> frames = new ArrayList<>();
        for (Recording each : frozen) {
            changes.addAll(each.changes());
            frames.addAll(each.frames());
        }
        changes.addAll(waiting);
        frames.addAll(newest());
        return new Recording(changes, distinct(frames));
    }

    private static List<RecordedFrame> distinct(List<RecordedFrame> frames) {
        Set<Long> seen = new HashSet<>();
        return frames.stream()
                .filter(frame -> seen.add(frame.number()))
                .sorted(Comparator.comparing(RecordedFrame::time))
                .toList();
    }
}
