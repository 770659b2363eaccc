package dev.carom.agent.controlplane;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.ReportCommandRequest;
import dev.carom.contract.v1.ReportCommandResponse;
import dev.carom.contract.v1.ResourceError;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what became of commands. */
final class CommandReports {
    private static final Logger LOG = LoggerFactory.getLogger(CommandReports.class);

    private final ConnectClient client;
    private final Endpoints endpoints;
    private final Self self;

    CommandReports(ConnectClient client, Endpoints endpoints, Self self) {
        this.client = client;
        this.endpoints = endpoints;
        this.self = self;
    }

    Report of(ByteString command) {
        return new Report(command);
    }

    /** The answers to one command, in order. Owned by the command's thread. */
    final class Report {
        private final ByteString command;
        private long sequence;

        private Report(ByteString command) {
            this.command = command;
        }

        /** Told once: the next line says more. */
        void progress(String text) {
            try {
                send(next(false).setProgress(text).build());
            } catch (IOException lost) {
                LOG.info("progress of a command was not told: {}", lost.toString());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        void result(String text) throws InterruptedException {
            insist(next(true).setResult(text).build());
        }

        void result(byte[] bytes) throws InterruptedException {
            insist(next(true).setBytes(ByteString.copyFrom(bytes)).build());
        }

        /** A part of the result: more follows. */
        void part(byte[] bytes) throws InterruptedException {
            insist(next(false).setBytes(ByteString.copyFrom(bytes)).build());
        }

        void error(String code, String message) throws InterruptedException {
            insist(next(true)
                    .setError(ResourceError.newBuilder().setCode(code).setMessage(message))
                    .build());
        }

        private ReportCommandRequest.Builder next(boolean last) {
            return ReportCommandRequest.newBuilder()
                    .setNodeId(self.nodeId())
                    .setId(command)
                    .setSequence(++sequence)
                    .setLast(last);
        }
    }

    /** The sequence makes it harmless to say a thing twice. */
    private void insist(ReportCommandRequest request) throws InterruptedException {
        Backoff backoff = new Backoff(RandomGenerator.getDefault());
        while (true) {
            try {
                send(request);
                return;
            } catch (ConnectException refused) {
                if (!refused.mayPass()) {
                    LOG.info("nobody waits for an answer: {}", refused.toString());
                    return;
                }
            } catch (IOException lost) {
                LOG.warn("the answer to a command was not told: {}", lost.toString());
            }
            Thread.sleep(backoff.next());
        }
    }

    private void send(ReportCommandRequest request) throws IOException, InterruptedException {
        client.call(endpoints.current(), "ReportCommand", request, ReportCommandResponse.parser());
    }
}
