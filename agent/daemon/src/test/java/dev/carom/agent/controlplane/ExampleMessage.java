package dev.carom.agent.controlplane;

import com.google.protobuf.ByteString;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.reconcile.RevisionId;
import dev.carom.contract.v1.AdminState;
import dev.carom.contract.v1.Backend;
import dev.carom.contract.v1.Command;
import dev.carom.contract.v1.CommandKind;
import dev.carom.contract.v1.Compression;
import dev.carom.contract.v1.DesiredState;
import dev.carom.contract.v1.Listener;
import dev.carom.contract.v1.Node;
import dev.carom.contract.v1.Pool;
import dev.carom.contract.v1.PortRange;
import dev.carom.contract.v1.Protocol;
import dev.carom.contract.v1.Snapshot;
import dev.carom.contract.v1.Vip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

/** States and commands as the control plane sends them. */
final class ExampleMessage {
    static final UUID NODE = new UUID(1, 1);
    static final UUID VIP = new UUID(2, 1);
    static final UUID LISTENER = new UUID(3, 1);
    static final UUID POOL = new UUID(4, 1);
    static final UUID BACKEND = new UUID(5, 1);

    private static final AtomicLong COMMANDS = new AtomicLong();

    private ExampleMessage() {}

    static DesiredState.Builder state() {
        return DesiredState.newBuilder()
                .setNodeGroupId(Uuids.toBytes(new UUID(9, 9)))
                .setHashKey(ByteString.copyFrom(new byte[16]))
                .addVips(vip(VIP, "10.0.0.100"))
                .addListeners(Listener.newBuilder()
                        .setId(Uuids.toBytes(LISTENER))
                        .setVipId(Uuids.toBytes(VIP))
                        .setName("http")
                        .setProtocol(Protocol.PROTOCOL_TCP)
                        .addPorts(PortRange.newBuilder().setFirst(80).setLast(80))
                        .setPoolId(Uuids.toBytes(POOL))
                        .setState(AdminState.ADMIN_STATE_ENABLED))
                .addPools(Pool.newBuilder()
                        .setId(Uuids.toBytes(POOL))
                        .setName("web")
                        .addBackends(Backend.newBuilder()
                                .setId(Uuids.toBytes(BACKEND))
                                .setName("backend1")
                                .setAddress(address("10.0.0.11"))
                                .setWeight(1)
                                .setState(AdminState.ADMIN_STATE_ENABLED)))
                .addNodes(Node.newBuilder().setId(Uuids.toBytes(NODE)).setName("lb1"));
    }

    static Vip.Builder vip(UUID id, String address) {
        return Vip.newBuilder()
                .setId(Uuids.toBytes(id))
                .setName("vip-" + address)
                .setAddress(address(address));
    }

    static ByteString address(String literal) {
        return ByteString.copyFrom(IpAddress.parse(literal).toBytes());
    }

    static ReceivedState received(long epoch, long revision, DesiredState state) {
        ByteString bytes = state.toByteString();
        return new ReceivedState(new RevisionId(epoch, revision), ReceivedState.hashOf(bytes), bytes);
    }

    static Snapshot.Builder snapshot(long epoch, long revision, DesiredState state) {
        ReceivedState received = received(epoch, revision, state);
        return Snapshot.newBuilder()
                .setId(dev.carom.contract.v1.RevisionId.newBuilder()
                        .setEpoch(epoch)
                        .setRevision(revision))
                .setHash(ByteString.copyFrom(HexFormat.of().parseHex(received.hash())))
                .setCompression(Compression.COMPRESSION_GZIP)
                .setDesiredState(gzip(received.bytes()));
    }

    private static ByteString gzip(ByteString bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            bytes.writeTo(gzip);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ByteString.copyFrom(packed.toByteArray());
    }

    /** With an id of its own. */
    static Command.Builder command(CommandKind kind) {
        return Command.newBuilder()
                .setId(Uuids.toBytes(new UUID(7, COMMANDS.incrementAndGet())))
                .setDeadlineMs(60_000)
                .setKind(kind);
    }
}
