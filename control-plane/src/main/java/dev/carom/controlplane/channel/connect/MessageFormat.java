package dev.carom.controlplane.channel.connect;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two ways in which a message is written. */
enum MessageFormat {
    PROTO("proto") {
        @Override
        void merge(byte[] text, Message.Builder builder) throws InvalidProtocolBufferException {
            builder.mergeFrom(text);
        }

        @Override
        byte[] write(Message message) {
            return message.toByteArray();
        }
    },
    JSON("json") {
        @Override
        void merge(byte[] text, Message.Builder builder) throws InvalidProtocolBufferException {
            // A newer agent may say more than this server knows.
            JsonFormat.parser().ignoringUnknownFields().merge(new String(text, StandardCharsets.UTF_8), builder);
        }

        @Override
        byte[] write(Message message) throws InvalidProtocolBufferException {
            return JsonFormat.printer()
                    .omittingInsignificantWhitespace()
                    .print(message)
                    .getBytes(StandardCharsets.UTF_8);
        }
    };

    private final String suffix;

    MessageFormat(String suffix) {
        this.suffix = suffix;
    }

    abstract void merge(byte[] text, Message.Builder builder) throws InvalidProtocolBufferException;

    abstract byte[] write(Message message) throws InvalidProtocolBufferException;

    String unaryType() {
        return "application/" + suffix;
    }

    String streamType() {
        return "application/connect+" + suffix;
    }

    /** @throws ConnectException if the bytes are no such message */
    @SuppressWarnings("unchecked") // A builder of a message builds that message.
    <T extends Message> T read(byte[] text, T prototype) {
        Message.Builder builder = prototype.newBuilderForType();
        try {
            merge(text, builder);
        } catch (InvalidProtocolBufferException e) {
            throw new ConnectException(
                    ConnectCode.INVALID_ARGUMENT,
                    "The body is no " + prototype.getDescriptorForType().getName() + ": " + e.getMessage());
        }
        return (T) builder.build();
    }

    static Optional<MessageFormat> ofUnary(@Nullable String contentType) {
        return matching(contentType, MessageFormat::unaryType);
    }

    static Optional<MessageFormat> ofStream(@Nullable String contentType) {
        return matching(contentType, MessageFormat::streamType);
    }

    private static Optional<MessageFormat> matching(
            @Nullable String contentType, java.util.function.Function<MessageFormat, String> type) {
        if (contentType == null) {
            return Optional.empty();
        }
        String bare = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        for (MessageFormat format : values()) {
            if (type.apply(format).equals(bare)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
