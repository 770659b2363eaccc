package dev.carom.agent.diagnose;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.linux.PacketSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.BlockingMode;
import org.pcap4j.core.PcapHandle.PcapDirection;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;

/**
 * Puts questions on an interface and listens for answers, beside the data path and unseen by it: the kernel's own
 * sockets never know. Used by one thread.
 */
final class Wire implements AutoCloseable {
    private static final int ATTEMPTS = 3;
    private static final long PATIENCE_NANOS = 250_000_000;
    private static final long PAUSE_MILLIS = 2;
    private static final int SNAPSHOT_BYTES = 256;
    private static final int BUFFER_BYTES = 1 << 20;
    private static final int FRAMES_KEPT = 8;

    private final PcapHandle capture;
    private final PacketSocket sender;

    private Wire(PcapHandle capture, PacketSocket sender) {
        this.capture = capture;
        this.sender = sender;
    }

    /**
     * @param filter what is listened to, in the language of pcap-filter(7)
     * @throws DiagnosisException when the interface cannot be listened to
     */
    static Wire open(AttachedInterface link, String filter) {
        try {
            PcapHandle capture = new PcapHandle.Builder(link.name())
                    .snaplen(SNAPSHOT_BYTES)
                    .promiscuousMode(PromiscuousMode.NONPROMISCUOUS)
                    .immediateMode(true)
                    .bufferSize(BUFFER_BYTES)
                    .timeoutMillis(1)
                    .build();
            capture.setDirection(PcapDirection.IN);
            capture.setFilter(filter, BpfCompileMode.OPTIMIZE);
            capture.setBlockingMode(BlockingMode.NONBLOCKING);
            return new Wire(capture, PacketSocket.open(link.kernelIndex()));
        } catch (PcapNativeException | NotOpenException failure) {
            throw new DiagnosisException("cannot listen on " + link.name() + ": " + failure.getMessage(), failure);
        }
    }

    /** Sends all, and again up to twice what is not answered. What stays unanswered is SILENT. */
    List<Question.Exchange> ask(List<Question> questions) throws InterruptedException {
        Map<Question, List<Heard>> frames = new LinkedHashMap<>();
        Map<Question, Reply> replies = new LinkedHashMap<>();
        for (int attempt = 0; attempt < ATTEMPTS && replies.size() < questions.size(); attempt++) {
            questions.stream()
                    .filter(question -> !replies.containsKey(question))
                    .forEach(question -> sender.send(question.frame()));
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (replies.size() < questions.size() && System.nanoTime() - end < 0) {
                listen(questions, frames, replies);
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        return questions.stream()
                .map(question -> new Question.Exchange(
                        question,
                        replies.getOrDefault(question, Reply.SILENT),
                        frames.getOrDefault(question, List.of())))
                .toList();
    }

    private void listen(List<Question> questions, Map<Question, List<Heard>> frames, Map<Question, Reply> replies) {
        for (Optional<Heard> next = next(); next.isPresent(); next = next()) {
            Heard heard = next.orElseThrow();
            for (Question question : questions) {
                question.reading().apply(heard).ifPresent(reply -> {
                    replies.putIfAbsent(question, reply);
                    List<Heard> kept = frames.computeIfAbsent(question, first -> new ArrayList<>());
                    if (kept.size() < FRAMES_KEPT) {
                        kept.add(heard);
                    }
                });
            }
        }
    }

    /** The first thing that is read from a frame, or empty when the time is over. */
    <T> Optional<T> await(Function<Heard, Optional<T>> reading, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() - end < 0) {
            for (Optional<Heard> next = next(); next.isPresent(); next = next()) {
                Optional<T> read = reading.apply(next.orElseThrow());
                if (read.isPresent()) {
                    return read;
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return Optional.empty();
    }

    private Optional<Heard> next() {
        try {
            return Optional.ofNullable(capture.getNextRawPacket()).map(PacketReader::read);
        } catch (NotOpenException closed) {
            throw new DiagnosisException("the capture was closed", closed);
        }
    }

    void send(byte[] frame) {
        sender.send(frame);
    }

    @Override
    public void close() {
        capture.close();
        sender.close();
    }
}
