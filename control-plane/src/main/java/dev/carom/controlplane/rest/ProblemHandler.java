package dev.carom.controlplane.rest;

import dev.carom.controlplane.problem.AlreadyThere;
import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.problem.InvalidParameter;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.problem.PreconditionMissing;
import dev.carom.controlplane.problem.StaleVersion;
import dev.carom.controlplane.problem.TooMany;
import dev.carom.controlplane.problem.Unavailable;
import dev.carom.controlplane.problem.UnreadableDocument;
import dev.carom.controlplane.problem.Violation;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Turns everything that goes wrong into a problem (RFC 9457) with a stable code. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemHandler extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    /** A code that many violations share tells more than the general one. */
    private static final String INVALID = "INVALID";

    private static final Set<String> OF_THE_RULES = Set.of("PORT_TRANSLATION_UNSUPPORTED", "LAYER7_UNSUPPORTED");

    @ExceptionHandler
    ProblemDetail invalid(InvalidResource e) {
        List<Violation> violations = e.violations();
        String first = violations.getFirst().code();
        String code = violations.stream().allMatch(violation -> violation.code().equals(first)) ? first : INVALID;
        String detail = violations.size() == 1
                ? violations.getFirst().detail()
                : violations.size() + " things are wrong; errors lists each. Nothing was changed.";
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, code, detail, violations);
    }

    @ExceptionHandler
    ProblemDetail unreadable(UnreadableDocument e) {
        Violation violation = e.violation();
        HttpStatus status =
                OF_THE_RULES.contains(violation.code()) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.BAD_REQUEST;
        return problem(status, violation.code(), violation.detail(), List.of(violation));
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidParameter e) {
        Violation violation = e.violation();
        return problem(HttpStatus.BAD_REQUEST, violation.code(), violation.detail(), List.of(violation));
    }

    @ExceptionHandler
    ProblemDetail conflict(Conflict e) {
        return problem(HttpStatus.CONFLICT, e.code(), e.detail(), e.violations());
    }

    @ExceptionHandler
    ProblemDetail notFound(NotFound e) {
        return problem(HttpStatus.NOT_FOUND, "NOT_FOUND", e.detail(), List.of());
    }

    /** Left to the filters around, which know who asked and keep the attempt. */
    @ExceptionHandler
    ProblemDetail denied(AccessDeniedException e) {
        throw e;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooMany e) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(Math.max(1, e.retryAfter().toSeconds())))
                .body(problem(HttpStatus.TOO_MANY_REQUESTS, e.code(), e.detail()));
    }

    @ExceptionHandler
    ProblemDetail stale(StaleVersion e) {
        return problem(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION", e.detail(), List.of());
    }

    @ExceptionHandler
    ProblemDetail there(AlreadyThere e) {
        return problem(HttpStatus.PRECONDITION_FAILED, "ALREADY_THERE", e.detail(), List.of());
    }

    @ExceptionHandler
    ProblemDetail missing(PreconditionMissing e) {
        return problem(HttpStatus.PRECONDITION_REQUIRED, "PRECONDITION_REQUIRED", e.detail(), List.of());
    }

    @ExceptionHandler
    ProblemDetail unavailable(Unavailable e) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, e.code(), e.detail(), List.of());
    }

    /** The database is the last to hold the rules: what it refuses was invited by no check before it. */
    @ExceptionHandler({DataIntegrityViolationException.class, ConstraintViolationException.class})
    ProblemDetail refusedByDatabase(RuntimeException e) {
        Violation violation = ConstraintProblem.of(e);
        return problem(HttpStatus.CONFLICT, violation.code(), violation.detail(), List.of(violation));
    }

    @ExceptionHandler({ConcurrencyFailureException.class, OptimisticLockException.class})
    ProblemDetail concurrent() {
        return problem(
                HttpStatus.CONFLICT,
                "CONCURRENT_CHANGE",
                "Another client changed the same thing at the same time. Nothing was changed: read it again and repeat.",
                List.of());
    }

    @ExceptionHandler
    ProblemDetail undecodable(InvalidParameterException e) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "PARAMETER_INVALID",
                "A query parameter is no percent-encoded UTF-8: encode it anew.",
                List.of());
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception e) {
        log.error("A request failed for a reason that is ours", e);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL",
                "This is a fault of the control plane, not of the request. Nothing was changed; its log says more.",
                List.of());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Violation violation = e.getCause() instanceof JacksonException json
                ? ReadFailure.explain(json)
                : new Violation("", "BODY_MISSING", "The request needs a JSON object as its body.");
        ProblemDetail body = problem(HttpStatus.BAD_REQUEST, violation.code(), violation.detail(), List.of(violation));
        return handleExceptionInternal(e, body, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Violation> violations = e.getFieldErrors().stream()
                .map(FieldError::getField)
                .distinct()
                .map(ProblemHandler::unreadable)
                .toList();
        return handleExceptionInternal(e, unreadable(violations), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "";
        return handleExceptionInternal(e, unreadable(List.of(unreadable(name))), headers, status, request);
    }

    private static Violation unreadable(String parameter) {
        return new Violation(
                "",
                "PARAMETER_INVALID",
                "The value of " + parameter
                        + " has the wrong type: see the OpenAPI document for the one that is asked for.",
                parameter);
    }

    private static ProblemDetail unreadable(List<Violation> violations) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "PARAMETER_INVALID",
                violations.isEmpty()
                        ? "A parameter cannot be read."
                        : violations.getFirst().detail(),
                violations);
    }

    /** What the framework refuses (method, media type, a parameter's type) gets its code from the status. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem
                && (problem.getProperties() == null || !problem.getProperties().containsKey("code"))) {
            HttpStatus known = HttpStatus.resolve(status.value());
            problem.setProperty("code", known == null ? "REFUSED" : known.name());
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    static ProblemDetail problem(HttpStatus status, String code, String detail) {
        return problem(status, code, detail, List.of());
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail, List<Violation> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }
}
