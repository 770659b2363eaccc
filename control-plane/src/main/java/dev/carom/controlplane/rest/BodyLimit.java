package dev.carom.controlplane.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Refuses bodies that are larger than any configuration needs before a byte of them is read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyLimit extends OncePerRequestFilter {
    private static final long MOST_BYTES = 1 << 20;
    /** A whole configuration, or all backends of a pool. */
    private static final long MOST_BYTES_OF_MANY = 64 << 20;

    private static final Pattern OF_MANY = Pattern.compile("/api/v1/(config(/.*)?|pools/[^/]+/backends)");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final JsonMapper json;

    BodyLimit(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/") || !WITH_BODY.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader("Transfer-Encoding") != null) {
            refuse(
                    response,
                    HttpStatus.LENGTH_REQUIRED,
                    "LENGTH_REQUIRED",
                    "Send the body with a Content-Length rather than in chunks.");
        } else if (request.getContentLengthLong() > most(request)) {
            refuse(
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "TOO_LARGE",
                    "A body has at most " + most(request) + " bytes here: nothing that can be configured needs more.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static long most(HttpServletRequest request) {
        return OF_MANY.matcher(request.getRequestURI()).matches() ? MOST_BYTES_OF_MANY : MOST_BYTES;
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), ProblemHandler.problem(status, code, detail));
    }
}
