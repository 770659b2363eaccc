package dev.carom.controlplane.command;

/** The closed set of what a node can be asked; the wire has the same names. */
public enum CommandKind {
    DIAGNOSE,
    PROBE,
    EXPLAIN,
    WHAT_IF,
    CAPTURE,
    RESYNC,
    HAND_OVER,
    RECALL
}
