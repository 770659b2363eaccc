package dev.carom.controlplane.channel;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.CaptureOrder;
import dev.carom.contract.v1.CapturePart;
import dev.carom.controlplane.command.CaptureOutcome;
import dev.carom.controlplane.command.Order;

/** Captures for the wire, and their files from it. */
final class CaptureMessages {
    private CaptureMessages() {}

    static CaptureOrder order(Order.Capture order) {
        return CaptureOrder.newBuilder()
                .setVipAddress(ByteString.copyFrom(order.vip().toBytes()))
                .setFilter(order.filter())
                .setSeconds(order.seconds())
                .setBytes(order.bytes())
                .build();
    }

    /** @throws IllegalArgumentException if it is neither a part of a file nor its end */
    static CaptureOutcome toDomain(CapturePart message) {
        return switch (message.getPartCase()) {
            case FILE -> new CaptureOutcome.Part(message.getFile().toByteArray());
            case END ->
                new CaptureOutcome.End(
                        message.getEnd().getFrames(),
                        message.getEnd().getLost(),
                        message.getEnd().getFull());
            case PART_NOT_SET -> throw new IllegalArgumentException("a part of a capture is empty");
        };
    }
}
