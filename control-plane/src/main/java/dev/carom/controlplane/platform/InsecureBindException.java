package dev.carom.controlplane.platform;

/** The control plane was told to listen where others can reach it, and TLS does not protect what they send. */
class InsecureBindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InsecureBindException(String setting, String address) {
        super("Carom will not listen on " + address + " (" + setting + "): without TLS, passwords and tokens"
                + " would cross the network for everybody to read.");
    }
}
