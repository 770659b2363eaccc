package dev.carom.agent.linux;

/** A system call failed; the message has the call, the kernel's words and the number. */
public final class LinuxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int errno;

    LinuxException(String call, int errno, String words) {
        super(call + ": " + words + " (errno " + errno + ")");
        this.errno = errno;
    }

    public int errno() {
        return errno;
    }
}
