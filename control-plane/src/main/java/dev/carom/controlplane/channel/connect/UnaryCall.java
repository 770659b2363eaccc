package dev.carom.controlplane.channel.connect;

import com.google.protobuf.Message;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plain POST with one message each way, in the same format. */
public final class UnaryCall {
    private static final Logger log = LoggerFactory.getLogger(UnaryCall.class);

    private UnaryCall() {}

    /** Answers the call with what the method gives, or with the error that it throws. */
    public static <Q extends Message> void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            Q prototype,
            Function<Q, ? extends Message> method)
            throws IOException {
        Optional<MessageFormat> format = MessageFormat.ofUnary(request.getContentType());
        if (format.isEmpty()) {
            response.setHeader("Accept-Post", "application/proto, application/json");
            response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        try {
            boolean gzip = "gzip".equalsIgnoreCase(request.getHeader("Content-Encoding"));
            Q message = format.get().read(BoundedBody.read(request.getInputStream(), gzip), prototype);
            byte[] answer = format.get().write(method.apply(message));
            write(response, HttpServletResponse.SC_OK, format.get().unaryType(), answer);
        } catch (ConnectException e) {
            write(response, e);
        } catch (RuntimeException e) {
            log.error("{} failed", request.getRequestURI(), e);
            write(response, new ConnectException(ConnectCode.INTERNAL, "The control plane's log has the reason."));
        }
    }

    private static void write(HttpServletResponse response, ConnectException error) throws IOException {
        write(
                response,
                error.code().status(),
                MessageFormat.JSON.unaryType(),
                error.toJson().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void write(HttpServletResponse response, int status, String contentType, byte[] body)
            throws IOException {
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
