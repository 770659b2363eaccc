package dev.carom.contract;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;

/** Messages in which every field says something, and two fields never say the same. */
final class Filled {
    private static final int ID_LENGTH = 16;
    private static final int HASH_LENGTH = 32;

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
            case INT -> small(field);
            case LONG -> 1_000_000_000_000L + counter;
            case FLOAT -> counter + 0.5f;
            case DOUBLE -> counter + 0.5;
            case BOOLEAN -> true;
            case STRING -> field.getName() + "-" + counter;
            case BYTE_STRING -> bytes(field);
            case ENUM ->
                field.getEnumType()
                        .getValues()
                        .get(1 + counter % (field.getEnumType().getValues().size() - 1));
            case MESSAGE -> message(field.getMessageType(), 0);
        };
    }

    /** Within every limit: weights, priorities and prefix lengths end early, and a range ends after its begin. */
    private int small(FieldDescriptor field) {
        int small = 1 + counter % 32;
        return field.getName().equals("last") ? 60_000 + small : small;
    }

    private ByteString bytes(FieldDescriptor field) {
        return switch (field.getName()) {
            case "mac", "macs" -> ByteString.copyFrom(new byte[] {2, 0, 0, 0, 0, (byte) counter});
            case "hash" -> text(HASH_LENGTH);
            default -> text(ID_LENGTH);
        };
    }

    private ByteString text(int length) {
        return ByteString.copyFromUtf8(String.format("%0" + length + "d", counter));
    }
}
