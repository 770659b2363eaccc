package dev.carom.controlplane.channel.connect;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.StringValue;
import com.google.protobuf.util.JsonFormat;

/** Text in JSON, by protobuf's own printer. */
final class JsonText {
    private JsonText() {}

    static String quoted(String text) {
        try {
            return JsonFormat.printer().print(StringValue.of(text));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A string is always printable", e);
        }
    }
}
