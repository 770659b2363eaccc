package dev.carom.agent;

/** A setting is missing or wrong; the message names it and says what to write instead. */
final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }
}
