package dev.carom.controlplane.channel;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.Prefix;
import dev.carom.controlplane.address.Subnet;
import dev.carom.controlplane.config.RevisionId;

/** Small values that several messages share. */
final class Messages {
    private Messages() {}

    static dev.carom.contract.v1.RevisionId revisionId(RevisionId id) {
        return dev.carom.contract.v1.RevisionId.newBuilder()
                .setEpoch(id.epoch())
                .setRevision(id.revision())
                .build();
    }

    static Prefix prefix(Subnet subnet) {
        return Prefix.newBuilder()
                .setAddress(ByteString.copyFrom(subnet.address().toBytes()))
                .setLength(subnet.length())
                .build();
    }

    static RevisionId revisionId(dev.carom.contract.v1.RevisionId id) {
        return new RevisionId(id.getEpoch(), id.getRevision());
    }
}
