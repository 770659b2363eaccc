package dev.carom.lab.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PcapFileTest {
    private static final int FRAME_BYTES = 60;

    @Test
    void framesComeWithTheirTimes() {
        ByteBuffer file = file().putInt(7).putInt(250_000).putInt(FRAME_BYTES).putInt(FRAME_BYTES);
        file.put(new byte[FRAME_BYTES]).flip();

        assertThat(PcapFile.read(file)).singleElement().satisfies(frame -> {
            assertThat(frame.time()).isEqualTo(Instant.ofEpochSecond(7, 250_000_000));
            assertThat(frame.payload()).isEqualTo(new Frame.Other(0));
        });
    }

    @Test
    void frameThatIsStillBeingWrittenIsLeftOut() {
        ByteBuffer file = file().putInt(7).putInt(0).putInt(FRAME_BYTES).putInt(FRAME_BYTES);
        file.put(new byte[FRAME_BYTES / 2]).flip();

        assertThat(PcapFile.read(file)).isEmpty();
    }

    private static ByteBuffer file() {
        return ByteBuffer.allocate(200)
                .order(ByteOrder.nativeOrder())
                .putInt(0xa1b2c3d4)
                .putInt(0x0004_0002)
                .putLong(0)
                .putInt(65535)
                .putInt(1);
    }
}
