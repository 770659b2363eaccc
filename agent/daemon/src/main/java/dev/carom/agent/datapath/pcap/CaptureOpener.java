package dev.carom.agent.datapath.pcap;

import com.sun.jna.Pointer;
import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.HostChangeException;
import java.lang.reflect.Field;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.PcapDirection;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;

/** Opens captures by pcap4j. */
final class CaptureOpener {
    /** With a snapshot length near the MTU of 1,500 this is a ring of about 15,800 frames. */
    private static final int BUFFER_BYTES = 32 << 20;

    /** Ethernet header, two VLAN tags, and a little: libpcap puts a tag back that the kernel took off. */
    private static final int LINK_OVERHEAD = 14 + 2 * 4 + 14;

    private static final int UNUSED_TIMEOUT_MILLIS = 1;

    private CaptureOpener() {}

    /** The longest frame that fits, in bytes; longer ones are cut and must not be sent on. */
    static int snapshotLength(int mtu) {
        return mtu + LINK_OVERHEAD;
    }

    /** Immediate mode hands each frame over when it comes, where the default waits for a block of them. */
    static PcapHandle open(AttachedInterface attached) {
        try {
            PcapHandle handle = new PcapHandle.Builder(attached.name())
                    .snaplen(snapshotLength(attached.mtu()))
                    .promiscuousMode(PromiscuousMode.NONPROMISCUOUS)
                    .immediateMode(true)
                    .bufferSize(BUFFER_BYTES)
                    .timeoutMillis(UNUSED_TIMEOUT_MILLIS)
                    .build();
            handle.setDirection(PcapDirection.IN);
            handle.setFilter(CaptureFilter.of(attached.mac()), BpfCompileMode.OPTIMIZE);
            return handle;
        } catch (PcapNativeException | NotOpenException failure) {
            throw new HostChangeException(
                    "cannot capture on " + attached.name() + ": " + failure.getMessage(), failure);
        }
    }

    /** The pcap_t behind a handle: pcap4j keeps it in a private field and offers no way to it. */
    static long address(PcapHandle handle) {
        try {
            Field field = PcapHandle.class.getDeclaredField("handle");
            field.setAccessible(true);
            return Pointer.nativeValue((Pointer) field.get(handle));
        } catch (ReflectiveOperationException changed) {
            throw new AssertionError("pcap4j keeps its handle elsewhere than in 1.8.2", changed);
        }
    }
}
