package dev.carom.controlplane.problem;

import org.springframework.security.access.AccessDeniedException;

/** The caller may not: 403, or 401 for who has shown no credential. The attempt is kept in the audit trail. */
public final class Forbidden extends AccessDeniedException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public Forbidden(String detail) {
        this("FORBIDDEN", detail);
    }

    public Forbidden(String code, String detail) {
        super(detail);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
