package dev.carom.controlplane.channel;

/** Enumerations are named alike here and on the wire, where each name has its type before it. */
final class Twins {
    private Twins() {}

    static <E extends Enum<E>> E of(Class<E> wire, String prefix, Enum<?> domain) {
        return Enum.valueOf(wire, prefix + "_" + domain.name());
    }
}
