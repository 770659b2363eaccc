package dev.carom.agent.traffic;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done within about a second, as small as it can be kept: the series that had traffic, or whose flows changed.
 *
 * @param end of {@link System#nanoTime()}
 * @param series shared with the tables they come from
 * @param amounts four varints for each
 */
record Second(long end, long lengthNanos, UUID[] series, byte[] amounts) {
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int REFERENCE = 4;
    private static final int OVERHEAD = 80;

    /** Collects a second. */
    static final class Builder {
        private final List<UUID> series = new ArrayList<>();
        private final ByteArrayOutputStream amounts = new ByteArrayOutputStream();

        void add(UUID id, Amounts done) {
            series.add(id);
            put(done.packets());
            put(done.bytes());
            put(done.newFlows());
            put(done.flows() + 1);
        }

        private void put(long value) {
            long rest = value;
            while ((rest & ~(long) SEVEN_BITS) != 0) {
                amounts.write((int) (rest & SEVEN_BITS) | MORE);
                rest >>>= 7;
            }
            amounts.write((int) rest);
        }

        Second build(long end, long lengthNanos) {
            return new Second(end, lengthNanos, series.toArray(UUID[]::new), amounts.toByteArray());
        }
    }

    /** About how many bytes of memory it takes. */
    long size() {
        return OVERHEAD + (long) series.length * REFERENCE + amounts.length;
    }

    /** Null where it had no traffic. */
    @Nullable Amounts of(UUID wanted) {
        for (int place = 0; place < series.length; place++) {
            if (series[place].equals(wanted)) {
                return at(place);
            }
        }
        return null;
    }

    private Amounts at(int place) {
        ByteBuffer buffer = ByteBuffer.wrap(amounts);
        for (int skipped = 0; skipped < place * 4; skipped++) {
            next(buffer);
        }
        return new Amounts(next(buffer), next(buffer), next(buffer), next(buffer) - 1);
    }

    private static long next(ByteBuffer buffer) {
        long value = 0;
        int shift = 0;
        while (true) {
            byte part = buffer.get();
            value |= (long) (part & SEVEN_BITS) << shift;
            if ((part & MORE) == 0) {
                return value;
            }
            shift += 7;
        }
    }
}
