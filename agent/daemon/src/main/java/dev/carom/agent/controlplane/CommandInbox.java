package dev.carom.agent.controlplane;

import com.google.protobuf.ByteString;
import dev.carom.agent.diagnose.CaptureException;
import dev.carom.agent.diagnose.CaptureRequest;
import dev.carom.agent.diagnose.CaptureSummary;
import dev.carom.agent.diagnose.ExplainedFlow;
import dev.carom.agent.diagnose.FrameCapture;
import dev.carom.agent.forwarding.FlowQuestion;
import dev.carom.agent.forwarding.ProposedChange;
import dev.carom.agent.packet.IpAddress;
import dev.carom.contract.v1.CaptureEnd;
import dev.carom.contract.v1.CapturePart;
import dev.carom.contract.v1.Command;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes commands from the watch's thread and runs each on a thread of its own, a few at a time; one that came before is
 * not run again. A command is interrupted when it is cancelled or its time is over.
 */
final class CommandInbox {
    private static final Logger LOG = LoggerFactory.getLogger(CommandInbox.class);
    private static final int AT_ONCE = 4;
    private static final int WAITING = 16;
    private static final int REMEMBERED = 256;

    private final CommandReports reports;
    private final Orders orders;
    private final Resynchronization resynchronization;
    private final Semaphore running = new Semaphore(AT_ONCE, true);
    private final Semaphore accepted = new Semaphore(AT_ONCE + WAITING);
    private final Map<ByteString, Thread> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteString, Thread> eldest) {
            return size() > REMEMBERED;
        }
    };

    CommandInbox(CommandReports reports, Orders orders, Resynchronization resynchronization) {
        this.reports = reports;
        this.orders = orders;
        this.resynchronization = resynchronization;
    }

    synchronized void receive(Command command) {
        if (!known.containsKey(command.getId())) {
            Thread thread = Thread.ofVirtual().name("command").unstarted(() -> accept(command));
            known.put(command.getId(), thread);
            thread.start();
        }
    }

    synchronized void cancel(ByteString command) {
        Thread thread = known.get(command);
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void accept(Command command) {
        CommandReports.Report report = reports.of(command.getId());
        boolean admitted = accepted.tryAcquire();
        try {
            if (admitted) {
                runInTime(command, report);
            } else {
                report.error("BUSY", "this node has " + (AT_ONCE + WAITING) + " commands at hand already");
            }
        } catch (InterruptedException cancelled) {
            tellCancelled(report);
        } finally {
            if (admitted) {
                accepted.release();
            }
        }
    }

    /** The interrupt has been taken: whoever still waits is told. */
    private static void tellCancelled(CommandReports.Report report) {
        try {
            report.error("CANCELLED", "the command was cancelled, or its time was over");
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private void runInTime(Command command, CommandReports.Report report) throws InterruptedException {
        Thread self = Thread.currentThread();
        Duration limit = Duration.ofMillis(Math.max(0, command.getDeadlineMs()));
        Thread watchdog = Thread.ofVirtual().name("command-deadline").start(() -> interruptAfter(limit, self));
        try {
            running.acquire();
            try {
                run(Order.of(command), report);
            } finally {
                running.release();
            }
        } catch (IOException unreadable) {
            report.error("UNREADABLE", String.valueOf(unreadable.getMessage()));
        } catch (RuntimeException failure) {
            LOG.error("{} failed", command.getKind(), failure);
            report.error("FAILED", String.valueOf(failure.getMessage()));
        } finally {
            watchdog.interrupt();
        }
    }

    private static void interruptAfter(Duration limit, Thread command) {
        try {
            Thread.sleep(limit);
            command.interrupt();
        } catch (InterruptedException ended) {
            // The command ended in time.
        }
    }

    private void run(Order order, CommandReports.Report report) throws IOException, InterruptedException {
        switch (order) {
            case Order.Diagnose diagnose ->
                report.result(DiagnosisWriter.write(orders.diagnose(diagnose.request(), report::progress))
                        .toByteArray());
            case Order.Explain(FlowQuestion flow) ->
                report.result(ExplanationWriter.write(orders.explain(flow), orders.revision())
                        .toByteArray());
            case Order.ExplainNext(IpAddress vip) -> explainNext(vip, report);
            case Order.WhatIf(List<ProposedChange> changes, Optional<FlowQuestion> flow) ->
                report.result(ForecastWriter.write(orders.forecast(changes, flow), orders.revision())
                        .toByteArray());
            case Order.Capture(CaptureRequest request) -> send(sink -> orders.capture(request, sink), report);
            case Order.Recorded recorded -> send(orders::recorded, report);
            case Order.Recall(UUID series) ->
                report.result(RecollectionWriter.write(orders.recall(series)).toByteArray());
            case Order.Resynchronize resynchronize -> report.result(resynchronization.run());
            case Order.Unknown(String kind) -> report.error("UNSUPPORTED_BY_NODE", "this agent does not serve " + kind);
        }
    }

    private interface Capturing {
        CaptureSummary into(FrameCapture.Sink sink) throws InterruptedException;
    }

    private static void send(Capturing capturing, CommandReports.Report report) throws InterruptedException {
        try {
            CaptureSummary summary = capturing.into(part -> report.part(CapturePart.newBuilder()
                    .setFile(ByteString.copyFrom(part))
                    .build()
                    .toByteArray()));
            CaptureEnd end = CaptureEnd.newBuilder()
                    .setFrames(summary.frames())
                    .setLost(summary.lost())
                    .setFull(summary.full())
                    .build();
            report.result(CapturePart.newBuilder().setEnd(end).build().toByteArray());
        } catch (CaptureException refused) {
            report.error(refused.code(), String.valueOf(refused.getMessage()));
        }
    }

    private void explainNext(IpAddress vip, CommandReports.Report report) throws InterruptedException {
        Optional<ExplainedFlow> next = orders.explainNext(vip);
        if (next.isPresent()) {
            report.result(ExplanationWriter.write(next.orElseThrow(), orders.revision())
                    .toByteArray());
        } else {
            report.error("NOTHING_SEEN", "no packet came to " + vip + " while this node looked");
        }
    }
}
