package dev.carom.agent.controlplane;

import com.google.protobuf.ByteString;
import com.google.protobuf.ProtocolMessageEnum;
import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import dev.carom.contract.v1.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** One pass over a received state: what cannot be read is left out and named, and never blocks the rest. */
final class Reading {
    private final List<ResourceError> errors = new ArrayList<>();

    /** A value that a newer control plane knows and this agent does not. */
    private static final class Unsupported extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsupported(String message) {
            super(message);
        }
    }

    <M, V> List<V> each(String collection, List<M> messages, Function<M, ByteString> id, Function<M, V> reading) {
        List<V> values = new ArrayList<>(messages.size());
        for (M message : messages) {
            try {
                values.add(reading.apply(message));
            } catch (Unsupported unknown) {
                report(collection, id.apply(message), "UNSUPPORTED_BY_NODE", unknown);
            } catch (RuntimeException unreadable) {
                report(collection, id.apply(message), "UNREADABLE", unreadable);
            }
        }
        return values;
    }

    List<ResourceError> errors() {
        return List.copyOf(errors);
    }

    private void report(String collection, ByteString id, String code, RuntimeException cause) {
        String name = id.size() == 16 ? Uuids.of(id).toString() : "?";
        String message = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        errors.add(new ResourceError(collection + "/" + name, code, message));
    }

    /** The value of the same name without the contract's prefix; {@code absent} where none was given. */
    static <E extends Enum<E>> E named(ProtocolMessageEnum given, Class<E> type, E absent) {
        String name = given.toString();
        if (name.equals("UNRECOGNIZED")) {
            throw new Unsupported("a " + type.getSimpleName() + " that this agent does not know");
        }
        if (name.endsWith("_UNSPECIFIED")) {
            return absent;
        }
        String prefix =
                given.getDescriptorForType().getValues().getFirst().getName().replace("UNSPECIFIED", "");
        return Enum.valueOf(type, name.substring(prefix.length()));
    }

    static IpAddress address(ByteString bytes) {
        return IpAddress.of(bytes.toByteArray());
    }

    static List<IpPrefix> prefixes(List<Prefix> prefixes) {
        return prefixes.stream()
                .map(prefix -> new IpPrefix(address(prefix.getAddress()), prefix.getLength()))
                .toList();
    }

    static Optional<UUID> optionalId(ByteString bytes) {
        return bytes.isEmpty() ? Optional.empty() : Optional.of(Uuids.of(bytes));
    }
}
