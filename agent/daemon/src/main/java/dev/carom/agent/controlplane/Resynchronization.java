package dev.carom.agent.controlplane;

import dev.carom.agent.reconcile.Bell;
import dev.carom.contract.v1.GetDesiredStateRequest;
import dev.carom.contract.v1.GetDesiredStateResponse;
import dev.carom.contract.v1.RevisionId;
import java.io.IOException;

/** Fetches the desired state anew and takes it in like one that was pushed; then everything is reported at once. */
final class Resynchronization {
    private final ConnectClient client;
    private final Endpoints endpoints;
    private final Self self;
    private final Inbox inbox;
    private final Bell bell;

    Resynchronization(ConnectClient client, Endpoints endpoints, Self self, Inbox inbox, Bell bell) {
        this.client = client;
        this.endpoints = endpoints;
        this.self = self;
        this.inbox = inbox;
        this.bell = bell;
    }

    /** One line for a person. */
    String run() throws IOException, InterruptedException {
        GetDesiredStateRequest request =
                GetDesiredStateRequest.newBuilder().setNodeId(self.nodeId()).build();
        GetDesiredStateResponse response =
                client.call(endpoints.current(), "GetDesiredState", request, GetDesiredStateResponse.parser());
        inbox.receive(response.getSnapshot());
        bell.ring();
        RevisionId id = response.getSnapshot().getId();
        return "revision " + id.getRevision() + " of epoch " + id.getEpoch() + " was fetched";
    }
}
