package dev.carom.contract;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;

/** Messages in which every field says something, and two fields never say the same. */
final class Filled {
    private static final int ID_LENGTH = 16;

    private int counter;

    /** @param alternative of a oneof; fields that are in none are always filled */
    Message message(Descriptor type, int alternative) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        for (FieldDescriptor field : type.getFields()) {
            var oneof = field.getRealContainingOneof();
            if (oneof != null && !field.equals(oneof.getField(alternative % oneof.getFieldCount()))) {
                continue;
            }
            if (field.isRepeated()) {
                message.addRepeatedField(field, value(field));
                message.addRepeatedField(field, value(field));
            } else {
                message.setField(field, value(field));
            }
        }
        return message.build();
    }

    private Object value(FieldDescriptor field) {
        counter++;
        return switch (field.getJavaType()) {
            case INT -> counter;
            case LONG -> 1_000_000_000_000L + counter;
            case FLOAT -> counter + 0.5f;
            case DOUBLE -> counter + 0.5;
            case BOOLEAN -> true;
            case STRING -> field.getName() + "-" + counter;
            case BYTE_STRING -> id();
            case ENUM ->
                field.getEnumType()
                        .getValues()
                        .get(1 + counter % (field.getEnumType().getValues().size() - 1));
            case MESSAGE -> message(field.getMessageType(), 0);
        };
    }

    private ByteString id() {
        byte[] id = String.format("id-%013d", counter).getBytes(StandardCharsets.US_ASCII);
        return ByteString.copyFrom(id, 0, ID_LENGTH);
    }
}
