package dev.carom.agent.diagnose;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.packet.MacAddress;
import java.util.Arrays;
import java.util.Optional;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.BlockingMode;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;

/** Frames of one interface, in and out, beside the data path. It ends with the process: nothing of it is on the host. */
final class Tap implements AutoCloseable {
    static final int SNAPSHOT_BYTES = 65_535;
    private static final int BUFFER_BYTES = 8 << 20;

    private final AttachedInterface link;
    private final PcapHandle handle;

    private Tap(AttachedInterface link, PcapHandle handle) {
        this.link = link;
        this.handle = handle;
    }

    /** @throws CaptureException BAD_FILTER with what libpcap says of the filter, or NO_CAPTURE */
    static Tap open(AttachedInterface link, CaptureRequest request) {
        Tap tap = new Tap(link, handle(link));
        try {
            // By itself first: a filter must not close the brackets that hold it to the VIP.
            tap.filter(request.filter());
            tap.filter(request.wholeFilter());
            return tap;
        } catch (CaptureException refused) {
            tap.close();
            throw refused;
        }
    }

    private static PcapHandle handle(AttachedInterface link) {
        try {
            PcapHandle handle = new PcapHandle.Builder(link.name())
                    .snaplen(SNAPSHOT_BYTES)
                    .promiscuousMode(PromiscuousMode.NONPROMISCUOUS)
                    .immediateMode(true)
                    .bufferSize(BUFFER_BYTES)
                    .timeoutMillis(1)
                    .build();
            handle.setBlockingMode(BlockingMode.NONBLOCKING);
            return handle;
        } catch (PcapNativeException | NotOpenException failure) {
            throw new CaptureException("NO_CAPTURE", "cannot listen on " + link.name() + ": " + failure.getMessage());
        }
    }

    private void filter(String expression) {
        try {
            handle.setFilter(expression, BpfCompileMode.OPTIMIZE);
        } catch (PcapNativeException | NotOpenException wrong) {
            throw new CaptureException("BAD_FILTER", "not a filter of pcap-filter(7): " + wrong.getMessage());
        }
    }

    AttachedInterface link() {
        return link;
    }

    Optional<PcapngWriter.Packet> next(int interfaceId) {
        try {
            byte[] bytes = handle.getNextRawPacket();
            return bytes == null
                    ? Optional.empty()
                    : Optional.of(new PcapngWriter.Packet(
                            interfaceId,
                            handle.getTimestamp().toInstant(),
                            bytes,
                            handle.getOriginalLength(),
                            isOutbound(bytes),
                            ""));
        } catch (NotOpenException closed) {
            throw new CaptureException("NO_CAPTURE", "the capture was closed");
        }
    }

    private boolean isOutbound(byte[] frame) {
        return frame.length >= 12
                && MacAddress.of(Arrays.copyOfRange(frame, 6, 12)).equals(link.mac());
    }

    /** Frames that found the ring full. */
    long lost() {
        try {
            return handle.getStats().getNumPacketsDropped();
        } catch (PcapNativeException | NotOpenException unknown) {
            return 0;
        }
    }

    @Override
    public void close() {
        handle.close();
    }
}
