package dev.carom.agent.diagnose;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.DataPath;
import dev.carom.agent.datapath.FlightRecorder;
import dev.carom.agent.datapath.RecordedFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.StringJoiner;

/** Writes what the flight recorder has as a capture file: the state changes are comments of the frames that follow. */
public final class FlightLog {
    private final FlightRecorder recorder;
    private final DataPath dataPath;
    private final String node;

    /** @param node its name, for the file's reader */
    public FlightLog(FlightRecorder recorder, DataPath dataPath, String node) {
        this.recorder = recorder;
        this.dataPath = dataPath;
        this.node = node;
    }

    public CaptureSummary write(FrameCapture.Sink sink) throws InterruptedException {
        FlightRecorder.Recording recording = recorder.recording();
        PcapngWriter file = new PcapngWriter();
        StringJoiner summary = new StringJoiner("\n");
        summary.add("Control frames of node " + node + " around its last state changes:");
        recording.changes().forEach(change -> summary.add(text(change)));
        file.section("carom-agent", summary.toString());
        dataPath.interfaces().stream().map(AttachedInterface::name).forEach(name -> file.link(name, 0));
        Deque<FlightRecorder.Change> changes = new ArrayDeque<>(recording.changes());
        for (RecordedFrame frame : recording.frames()) {
            file.packet(new PcapngWriter.Packet(
                    frame.interfaceIndex(),
                    frame.time(),
                    frame.bytes(),
                    frame.length(),
                    frame.outbound(),
                    comment(changes, frame)));
        }
        sink.part(file.take());
        return new CaptureSummary(recording.frames().size(), 0, false);
    }

    /** What changed before this frame and after the one before it. */
    private static String comment(Deque<FlightRecorder.Change> changes, RecordedFrame frame) {
        StringJoiner comment = new StringJoiner("\n");
        while (!changes.isEmpty() && !changes.getFirst().time().isAfter(frame.time())) {
            comment.add(text(changes.removeFirst()));
        }
        return comment.toString();
    }

    private static String text(FlightRecorder.Change change) {
        return change.time() + " " + change.text();
    }
}
