package dev.carom.agent.diagnose;

/** This node could not look: nothing is learnt about the backend. */
public final class DiagnosisException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DiagnosisException(String message) {
        super(message);
    }

    DiagnosisException(String message, Throwable cause) {
        super(message, cause);
    }
}
