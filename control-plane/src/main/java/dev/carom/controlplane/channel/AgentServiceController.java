package dev.carom.controlplane.channel;

import com.google.protobuf.Message;
import dev.carom.contract.v1.AcknowledgeRequest;
import dev.carom.contract.v1.EnrollRequest;
import dev.carom.contract.v1.GetDesiredStateRequest;
import dev.carom.contract.v1.RenewRequest;
import dev.carom.contract.v1.ReportChangesRequest;
import dev.carom.contract.v1.ReportCommandRequest;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.controlplane.channel.connect.ConnectCode;
import dev.carom.controlplane.channel.connect.ConnectException;
import dev.carom.controlplane.channel.connect.ServerStream;
import dev.carom.controlplane.channel.connect.UnaryCall;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BiFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code carom.agent.v1.AgentService} at its addresses; each method proves first which node calls. */
@Hidden
@RestController
@RequestMapping("/carom.agent.v1.AgentService")
class AgentServiceController {
    private final NodeAuthentication authentication;
    private final WatchMethod watch;
    private final UnaryMethods methods;

    AgentServiceController(NodeAuthentication authentication, WatchMethod watch, UnaryMethods methods) {
        this.authentication = authentication;
        this.watch = watch;
        this.methods = methods;
    }

    @PostMapping("/Watch")
    void watch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ServerStream.answer(request, response, stream -> watch.run(caller(request), stream));
    }

    @PostMapping("/Acknowledge")
    void acknowledge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        unary(request, response, AcknowledgeRequest.getDefaultInstance(), methods::acknowledge);
    }

    @PostMapping("/Report")
    void report(HttpServletRequest request, HttpServletResponse response) throws IOException {
        unary(request, response, ReportRequest.getDefaultInstance(), methods::report);
    }

    @PostMapping("/ReportChanges")
    void reportChanges(HttpServletRequest request, HttpServletResponse response) throws IOException {
        unary(request, response, ReportChangesRequest.getDefaultInstance(), methods::reportChanges);
    }

    @PostMapping("/GetDesiredState")
    void getDesiredState(HttpServletRequest request, HttpServletResponse response) throws IOException {
        unary(request, response, GetDesiredStateRequest.getDefaultInstance(), methods::getDesiredState);
    }

    @PostMapping("/Enroll")
    void enroll(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UnaryCall.answer(request, response, EnrollRequest.getDefaultInstance(), message -> notYet("Enroll"));
    }

    @PostMapping("/Renew")
    void renew(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UnaryCall.answer(request, response, RenewRequest.getDefaultInstance(), message -> notYet("Renew"));
    }

    @PostMapping("/ReportCommand")
    void reportCommand(HttpServletRequest request, HttpServletResponse response) throws IOException {
        unary(request, response, ReportCommandRequest.getDefaultInstance(), methods::reportCommand);
    }

    private <Q extends Message> void unary(
            HttpServletRequest request,
            HttpServletResponse response,
            Q prototype,
            BiFunction<AuthenticatedNode, Q, Message> method)
            throws IOException {
        UnaryCall.answer(request, response, prototype, message -> method.apply(caller(request), message));
    }

    private AuthenticatedNode caller(HttpServletRequest request) {
        return authentication.authenticate(request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    private static Message notYet(String method) {
        throw new ConnectException(ConnectCode.UNIMPLEMENTED, method + " is not served yet.");
    }
}
