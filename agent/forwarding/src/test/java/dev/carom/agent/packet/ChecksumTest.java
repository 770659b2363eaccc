package dev.carom.agent.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class ChecksumTest {

    @Property
    void isTheSumOfWordsWithItsCarriesFoldedIn(@ForAll @Size(max = 200) byte[] bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += i % 2 == 0 ? (bytes[i] & 0xff) << 8 : bytes[i] & 0xff;
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        assertThat(Checksum.finish(Checksum.sum(MemorySegment.ofArray(bytes), 0, bytes.length)))
                .isEqualTo(~sum & 0xffff);
    }

    @Property
    void updatingAWordEqualsSummingAnew(
            @ForAll @Size(20) byte[] bytes,
            @ForAll @IntRange(max = 0xffff) int word,
            @ForAll @IntRange(max = 9) int at) {
        MemorySegment segment = MemorySegment.ofArray(bytes);
        int before = Checksum.finish(Checksum.sum(segment, 0, 20));
        int old = Wire.u16(segment, 2 * at);
        Wire.put16(segment, 2 * at, word);
        int anew = Checksum.finish(Checksum.sum(segment, 0, 20));
        assertThat(normal(Checksum.update(before, old, word))).isEqualTo(normal(anew));
    }

    /** Both zeros of one's complement are one. */
    private static int normal(int checksum) {
        return checksum == 0xffff ? 0 : checksum;
    }
}
