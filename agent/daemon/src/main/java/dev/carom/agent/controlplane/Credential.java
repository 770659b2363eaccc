package dev.carom.agent.controlplane;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the token of this node comes from, asked anew for every call: whoever wrote a file may renew it. */
@FunctionalInterface
public interface Credential {
    /** @throws IOException if the file that holds it cannot be read */
    NodeToken token() throws IOException;

    static Credential of(NodeToken token) {
        return () -> token;
    }

    static Credential inFile(Path file) {
        return () -> new NodeToken(Files.readString(file).strip());
    }
}
