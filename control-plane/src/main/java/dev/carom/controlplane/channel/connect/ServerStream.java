package dev.carom.controlplane.channel.connect;

import com.google.protobuf.Message;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One message in, many out, each in an envelope: flags, length, bytes. Belongs to the request's thread. A write blocks
 * while the reader is slow, and fails when it has been blocked for the connector's timeout.
 */
public final class ServerStream {
    private static final int COMPRESSED = 0x01;
    private static final int END_OF_STREAM = 0x02;

    private final MessageFormat format;
    private final HttpServletRequest request;
    private final DataOutputStream out;

    private ServerStream(MessageFormat format, HttpServletRequest request, DataOutputStream out) {
        this.format = format;
        this.request = request;
        this.out = out;
    }

    /** What a stream does, until it returns or fails. */
    public interface Method {
        void run(ServerStream stream) throws IOException;
    }

    /** Streams always answer 200: how they went stands in the last envelope. */
    public static void answer(HttpServletRequest request, HttpServletResponse response, Method method)
            throws IOException {
        Optional<MessageFormat> format = MessageFormat.ofStream(request.getContentType());
        if (format.isEmpty()) {
            response.setHeader("Accept-Post", "application/connect+proto, application/connect+json");
            response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        response.setContentType(format.get().streamType());
        response.setHeader("Connect-Accept-Encoding", "gzip");
        var stream = new ServerStream(format.get(), request, new DataOutputStream(response.getOutputStream()));
        String last = "{}";
        try {
            method.run(stream);
        } catch (ConnectException e) {
            last = "{\"error\":" + e.toJson() + "}";
        }
        stream.write(END_OF_STREAM, last.getBytes(StandardCharsets.UTF_8));
    }

    /** The one message of the request. */
    public <T extends Message> T read(T prototype) throws IOException {
        var in = new DataInputStream(request.getInputStream());
        int flags = in.readUnsignedByte();
        int length = in.readInt();
        if (length < 0 || length > BoundedBody.LIMIT) {
            throw new ConnectException(
                    ConnectCode.RESOURCE_EXHAUSTED, "A message has at most " + BoundedBody.LIMIT + " bytes.");
        }
        byte[] content = in.readNBytes(length);
        boolean gzip = (flags & COMPRESSED) != 0;
        return format.read(BoundedBody.read(new ByteArrayInputStream(content), gzip), prototype);
    }

    /** Returns when the network has taken the message. */
    public void send(Message message) throws IOException {
        write(0, format.write(message));
    }

    private void write(int flags, byte[] content) throws IOException {
        out.writeByte(flags);
        out.writeInt(content.length);
        out.write(content);
        out.flush();
    }
}
