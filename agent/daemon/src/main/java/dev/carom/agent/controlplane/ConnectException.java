package dev.carom.agent.controlplane;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The control plane answered with an error of the Connect protocol. */
final class ConnectException extends IOException {
    private static final long serialVersionUID = 1L;
    /** Codes after which the same request may succeed later. */
    private static final Set<String> PASSING = Set.of(
            "unavailable", "deadline_exceeded", "resource_exhausted", "aborted", "internal", "unknown", "canceled");

    private final String code;

    ConnectException(String code, String message) {
        super(code + ": " + message);
        this.code = code;
    }

    String code() {
        return code;
    }

    boolean mayPass() {
        return PASSING.contains(code);
    }

    /** The body of a unary error: {@code {"code": …, "message": …}}. Something else answered when it is none. */
    static ConnectException ofUnary(int status, byte[] body) {
        return read(body)
                .flatMap(ConnectException::of)
                .orElseGet(() -> new ConnectException("unavailable", "HTTP status " + status));
    }

    /** The end of a stream: {@code {"error": {…}}}, or without an error. */
    static Optional<ConnectException> ofEnd(byte[] body) {
        return read(body)
                .map(end -> end.getFieldsOrDefault("error", Value.getDefaultInstance())
                        .getStructValue())
                .flatMap(ConnectException::of);
    }

    private static Optional<ConnectException> of(Struct error) {
        String code = text(error, "code");
        return code.isEmpty() ? Optional.empty() : Optional.of(new ConnectException(code, text(error, "message")));
    }

    private static String text(Struct struct, String field) {
        return struct.getFieldsOrDefault(field, Value.getDefaultInstance()).getStringValue();
    }

    private static Optional<Struct> read(byte[] json) {
        Struct.Builder builder = Struct.newBuilder();
        try {
            JsonFormat.parser().merge(new String(json, StandardCharsets.UTF_8), builder);
            return Optional.of(builder.build());
        } catch (InvalidProtocolBufferException notJson) {
            return Optional.empty();
        }
    }
}
