package dev.carom.controlplane.pool;

/** The operating system that commands and setup scripts are written for. */
public enum Platform {
    LINUX,
    FREEBSD,
    WINDOWS
}
