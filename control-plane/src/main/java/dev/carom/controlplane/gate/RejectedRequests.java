package dev.carom.controlplane.gate;

import dev.carom.controlplane.rest.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** What the firewall before all filters refuses, as a path that could be read in two ways, is a problem like others. */
@Component
class RejectedRequests implements RequestRejectedHandler {
    private final ProblemWriter problems;

    RejectedRequests(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejectedException)
            throws IOException {
        problems.write(
                response,
                HttpStatus.BAD_REQUEST,
                "REQUEST_REJECTED",
                "The path, the method or a header has characters that could be read in two ways: write it plainly.");
    }
}
