package dev.carom.agent.diagnose;

/** The operating system of a backend: its commands mend it. */
public enum Platform {
    LINUX,
    FREEBSD,
    WINDOWS
}
