package dev.carom.controlplane.channel.connect;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Reads what an agent sends, up to a limit that also holds after decompression. */
final class BoundedBody {
    /** In bytes: the largest report, of 10,000 backends, is a tenth of it. */
    static final int LIMIT = 8 << 20;

    private BoundedBody() {}

    static byte[] read(InputStream body, boolean gzip) throws IOException {
        byte[] content = (gzip ? new GZIPInputStream(body) : body).readNBytes(LIMIT + 1);
        if (content.length > LIMIT) {
            throw new ConnectException(ConnectCode.RESOURCE_EXHAUSTED, "A message has at most " + LIMIT + " bytes.");
        }
        return content;
    }
}
