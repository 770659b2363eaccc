package dev.carom.controlplane.channel.connect;

/** A call that fails with a code and a sentence, both of which the caller sees. */
public class ConnectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ConnectCode code;

    public ConnectException(ConnectCode code, String message) {
        super(message);
        this.code = code;
    }

    public ConnectCode code() {
        return code;
    }

    /** The JSON of a unary answer's body. */
    String toJson() {
        return "{\"code\":\"" + code.wireName() + "\",\"message\":" + JsonText.quoted(String.valueOf(getMessage()))
                + "}";
    }
}
