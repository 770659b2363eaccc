package dev.carom.controlplane.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where a deed came from; all of it absent for the control plane's own.
 *
 * @param request method and path, without the query
 * @param reason the header {@code Carom-Reason}
 */
public record Origin(
        @Nullable String address,
        @Nullable String requestId,
        @Nullable String request,
        @Nullable String reason) {
    /** The request's attribute that holds its id. */
    public static final String REQUEST_ID = Origin.class.getName() + ".requestId";

    private static final String CONCERNED = Origin.class.getName() + ".concerned";
    private static final String RECORDED = Origin.class.getName() + ".recorded";
    private static final String REASON = "Carom-Reason";
    private static final int LONGEST = 500;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** What an attempt was about. */
    public record Concerned(String resourceType, UUID id, String name) {}

    static Origin current() {
        HttpServletRequest request = servletRequest();
        return request == null
                ? new Origin(null, null, null, null)
                : new Origin(
                        request.getRemoteAddr(),
                        (String) request.getAttribute(REQUEST_ID),
                        clean(request.getMethod() + " " + request.getRequestURI()),
                        clean(request.getHeader(REASON)));
    }

    /** Says what an attempt was about, should it be denied. */
    public static void concern(Concerned concerned) {
        HttpServletRequest request = servletRequest();
        if (request != null) {
            request.setAttribute(CONCERNED, concerned);
        }
    }

    static Optional<Concerned> concerned() {
        return Optional.ofNullable(servletRequest()).map(request -> (Concerned) request.getAttribute(CONCERNED));
    }

    /** Whether a row was written for this request. */
    public static boolean isRecorded(HttpServletRequest request) {
        return request.getAttribute(RECORDED) != null;
    }

    static void markRecorded() {
        HttpServletRequest request = servletRequest();
        if (request != null) {
            request.setAttribute(RECORDED, true);
        }
    }

    private static @Nullable HttpServletRequest servletRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null
                ? null
                : CONTROL.matcher(text.substring(0, Math.min(text.length(), LONGEST)))
                        .replaceAll("?");
    }
}
