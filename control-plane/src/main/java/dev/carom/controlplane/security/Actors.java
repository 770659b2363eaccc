package dev.carom.controlplane.security;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who acts in the current request. */
@Component
public class Actors {
    /** Who acts when nobody asked: the control plane's own threads. */
    public static final String ITSELF = "carom";

    private static final ScopedValue<String> PART = ScopedValue.newInstance();

    /** The caller's name, as history keeps it; or that of the control plane's part that acts. */
    public String current() {
        return caller().map(Caller::name).orElseGet(() -> PART.orElse(ITSELF));
    }

    /** Does the work in the name of a part of the control plane, unless a caller asked for it. */
    public static <T> T as(String part, Supplier<T> work) {
        return ScopedValue.where(PART, part).call(work::get);
    }

    /** What the current request may see and change; everything in the control plane's own threads. */
    public static Reach reach() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication authentication
                ? authentication.reach()
                : Reach.EVERYTHING;
    }

    /** Empty in the control plane's own threads, and for who shows no credential. */
    public Optional<Caller> caller() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication authentication
                ? Optional.of(authentication.caller())
                : Optional.empty();
    }
}
