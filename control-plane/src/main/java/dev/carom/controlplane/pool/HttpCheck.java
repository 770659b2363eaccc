package dev.carom.controlplane.pool;

import dev.carom.controlplane.problem.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What an HTTP or HTTPS probe sends, and what it takes for an answer. */
@Schema(name = "HttpCheckSpec")
public record HttpCheck(
        @Schema(defaultValue = "GET") String method,
        @Schema(defaultValue = "/") String path,

        @Schema(defaultValue = "", description = "The Host header; empty: the address that is probed.")
        String host,

        @Schema(defaultValue = "[\"200-299\"]") List<String> expectedCodes,

        @Schema(defaultValue = "", description = "Text that the body contains; empty: any body.")
        String expectedBody,

        @Schema(defaultValue = "false") boolean verifyCertificate) {

    /** A plain GET of the root. */
    static final HttpCheck PLAIN = new HttpCheck("GET", "/", "", List.of("200-299"), "", false);

    public HttpCheck {
        expectedCodes = List.copyOf(expectedCodes);
    }

    void check(Violations violations) {
        violations.unless(
                method.matches("[A-Z]{1,16}"),
                "/http/method",
                "HTTP_METHOD_INVALID",
                "A method is written in capital letters, as GET or HEAD.");
        violations.unless(
                path.matches("/[\\x21-\\x7e]{0,1023}"),
                "/http/path",
                "HTTP_PATH_INVALID",
                "A path begins with a slash and has printable ASCII only: encode the rest.");
        violations.unless(
                host.matches("[A-Za-z0-9._:\\[\\]-]{0,253}"),
                "/http/host",
                "HTTP_HOST_INVALID",
                "A host is a name or an address, with a port if need be.");
        violations.unless(
                !expectedCodes.isEmpty()
                        && expectedCodes.stream().allMatch(code -> code.matches("[1-5]\\d\\d(-[1-5]\\d\\d)?")),
                "/http/expectedCodes",
                "HTTP_CODES_INVALID",
                "Expected codes are codes or ranges of them, as 200 or 200-299; at least one.");
        violations.unless(
                expectedBody.matches("[\\P{Cntrl}&&\\P{Cs}]{0,1024}"),
                "/http/expectedBody",
                "HTTP_BODY_INVALID",
                "An expected body is at most 1024 printable characters: it is sought in the beginning of the answer.");
    }
}
