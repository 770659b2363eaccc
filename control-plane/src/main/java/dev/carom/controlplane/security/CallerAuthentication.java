package dev.carom.controlplane.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A caller in Spring's terms; it lives as long as the request. */
@SuppressWarnings("serial") // Sessions keep the user's id alone.
public final class CallerAuthentication extends AbstractAuthenticationToken {
    private final transient Caller caller;
    private final transient Reach reach;

    /** @param reach what the request may see and change */
    public CallerAuthentication(Caller caller, Reach reach) {
        super(List.of());
        this.caller = caller;
        this.reach = reach;
        setAuthenticated(true);
    }

    public Caller caller() {
        return caller;
    }

    public Reach reach() {
        return reach;
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.name();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication authentication && authentication.caller.equals(caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
