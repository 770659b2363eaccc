package dev.carom.agent.controlplane;

import com.google.protobuf.ByteString;
import dev.carom.agent.diagnose.ExplainedFlow;
import dev.carom.agent.forwarding.FlowExplanation;
import dev.carom.agent.forwarding.FlowQuestion;
import dev.carom.agent.packet.MacAddress;
import dev.carom.agent.reconcile.RevisionId;
import dev.carom.contract.v1.ChosenBackend;
import dev.carom.contract.v1.Explanation;
import dev.carom.contract.v1.OtherBackend;
import dev.carom.contract.v1.Protocol;
import java.util.Optional;

/** Writes where a flow goes as the contract's message. */
final class ExplanationWriter {
    private ExplanationWriter() {}

    static Explanation write(ExplainedFlow explained, Optional<RevisionId> revision) {
        Explanation.Builder message = flow(explained.flow());
        explained.cameFrom().ifPresent(mac -> message.setCameFromMac(bytes(mac)));
        explained.cameTo().ifPresent(mac -> message.setCameToMac(bytes(mac)));
        FlowExplanation explanation = explained.explanation();
        message.setOutcome(explanation.outcome().name())
                .setOwned(explanation.owned())
                .setSlots(explanation.slots());
        explanation.vip().ifPresent(id -> message.setVipId(Uuids.toBytes(id)));
        explanation.listener().ifPresent(id -> message.setListenerId(Uuids.toBytes(id)));
        explanation.pool().ifPresent(id -> message.setPoolId(Uuids.toBytes(id)));
        explanation.slot().ifPresent(message::setSlot);
        explanation.chosen().ifPresent(hop -> message.setChosen(chosen(hop, explained.egress())));
        explanation
                .others()
                .forEach(other -> message.addOthers(OtherBackend.newBuilder()
                        .setBackendId(Uuids.toBytes(other.backend()))
                        .setName(other.name())
                        .setWhy(other.why().name())));
        revision.ifPresent(id -> message.setId(dev.carom.contract.v1.RevisionId.newBuilder()
                .setEpoch(id.epoch())
                .setRevision(id.revision())));
        return message.build();
    }

    private static Explanation.Builder flow(FlowQuestion flow) {
        return Explanation.newBuilder()
                .setSource(ByteString.copyFrom(flow.source().toBytes()))
                .setDestination(ByteString.copyFrom(flow.destination().toBytes()))
                .setProtocol(Protocol.valueOf("PROTOCOL_" + flow.protocol().name()))
                .setSourcePort(flow.sourcePort())
                .setDestinationPort(flow.destinationPort());
    }

    private static ChosenBackend.Builder chosen(FlowExplanation.Hop hop, String egress) {
        return ChosenBackend.newBuilder()
                .setBackendId(Uuids.toBytes(hop.backend()))
                .setName(hop.name())
                .setDestinationMac(bytes(hop.destination()))
                .setSourceMac(bytes(hop.source()))
                .setInterface(egress)
                .setVlanId(hop.vlanId());
    }

    private static ByteString bytes(MacAddress mac) {
        return ByteString.copyFrom(mac.toBytes());
    }
}
