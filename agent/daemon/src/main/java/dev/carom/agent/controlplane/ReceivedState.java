package dev.carom.agent.controlplane;

import com.google.protobuf.ByteString;
import dev.carom.agent.reconcile.RevisionId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A state's bytes as they were sent, with what names them. {@code hash} is their SHA-256 in hex. */
record ReceivedState(RevisionId id, String hash, ByteString bytes) {

    /** Two states of one name are the same state, or one of them must be refused. */
    record Name(RevisionId id, String hash) {}

    Name name() {
        return new Name(id, hash);
    }

    boolean isWhole() {
        return hash.equals(hashOf(bytes));
    }

    static String hashOf(ByteString bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.asReadOnlyByteBuffer());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
