package dev.carom.controlplane.platform;

/** The control plane was told to listen where others can reach it, and nobody can sign in yet. */
class InsecureBindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InsecureBindException(String setting, String address) {
        super("Carom will not listen on " + address + " (" + setting + "): nobody can sign in yet, so whoever reaches"
                + " that address could change everything.");
    }
}
