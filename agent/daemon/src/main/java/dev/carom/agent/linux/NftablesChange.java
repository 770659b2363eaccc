package dev.carom.agent.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;

/** The message that ends each change of nftables: it names the process that made it (linux/netfilter/nf_tables.h). */
public record NftablesChange(String process, long pid) {
    /** NFNL_SUBSYS_NFTABLES above NFT_MSG_NEWGEN. */
    private static final int NEW_GENERATION = 10 << 8 | 15;

    private static final ValueLayout.OfInt NETWORK_INT = JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int TYPE = 4;
    /** Both headers: nlmsghdr and nfgenmsg. */
    private static final int HEADERS = 20;

    private static final int ATTRIBUTE_HEADER = 4;
    private static final int ALIGNMENT = 4;
    private static final int PROCESS_ID = 2;
    private static final int PROCESS_NAME = 3;

    /** Looks through a datagram of the nftables group. */
    public static Optional<NftablesChange> in(MemorySegment datagram) {
        long at = 0;
        while (at + HEADERS <= datagram.byteSize()) {
            long length = datagram.get(JAVA_INT_UNALIGNED, at);
            if (length < HEADERS || at + length > datagram.byteSize()) {
                return Optional.empty();
            }
            if ((datagram.get(JAVA_SHORT_UNALIGNED, at + TYPE) & 0xffff) == NEW_GENERATION) {
                return Optional.of(read(datagram.asSlice(at + HEADERS, length - HEADERS)));
            }
            at += aligned(length);
        }
        return Optional.empty();
    }

    private static NftablesChange read(MemorySegment attributes) {
        String process = "";
        long pid = 0;
        long at = 0;
        while (at + ATTRIBUTE_HEADER <= attributes.byteSize()) {
            int length = attributes.get(JAVA_SHORT_UNALIGNED, at) & 0xffff;
            if (length < ATTRIBUTE_HEADER || at + length > attributes.byteSize()) {
                break;
            }
            MemorySegment value = attributes.asSlice(at + ATTRIBUTE_HEADER, length - ATTRIBUTE_HEADER);
            switch (attributes.get(JAVA_SHORT_UNALIGNED, at + 2)) {
                case PROCESS_ID -> pid = value.get(NETWORK_INT, 0) & 0xffff_ffffL;
                case PROCESS_NAME -> process = value.getString(0);
                default -> {}
            }
            at += aligned(length);
        }
        return new NftablesChange(process, pid);
    }

    private static long aligned(long length) {
        return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** As in {@code firewalld (pid 812)}. */
    @Override
    public String toString() {
        return process + " (pid " + pid + ")";
    }
}
