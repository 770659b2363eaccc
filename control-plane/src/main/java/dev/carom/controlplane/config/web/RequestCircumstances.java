package dev.carom.controlplane.config.web;

import dev.carom.controlplane.config.Circumstances;
import dev.carom.controlplane.problem.InvalidParameter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The header {@code Carom-Message}, and the address that the request came from. */
@Component
class RequestCircumstances implements Circumstances {
    static final String MESSAGE = "Carom-Message";

    private static final int LONGEST = 1_000;

    /** Header fields are ASCII (RFC 9110 5.5): what is beyond comes percent-encoded, as UTF-8. */
    @Override
    public @Nullable String message() {
        HttpServletRequest request = request();
        String header = request == null ? null : request.getHeader(MESSAGE);
        return header == null || header.isBlank() ? null : decoded(header);
    }

    private static String decoded(String header) {
        try {
            String message = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
            boolean plain = header.chars().allMatch(each -> each >= 0x20 && each < 0x7f)
                    && message.chars().noneMatch(Character::isISOControl)
                    && message.indexOf('\ufffd') < 0;
            if (plain && message.length() <= LONGEST) {
                return message;
            }
        } catch (IllegalArgumentException unreadable) {
            // A lone percent sign: refused like the others.
        }
        throw new InvalidParameter(
                MESSAGE,
                "MESSAGE_INVALID",
                "A message is at most " + LONGEST
                        + " characters of one line; percent signs and all beyond ASCII are percent-encoded UTF-8.");
    }

    @Override
    public @Nullable String sourceAddress() {
        HttpServletRequest request = request();
        return request == null ? null : request.getRemoteAddr();
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }
}
