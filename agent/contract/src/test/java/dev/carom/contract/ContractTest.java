package dev.carom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractTest {
    private static final Path BASELINE = Path.of("src/test/resources/wire/v0.1/proto");
    private static final String CONTRACT = "carom/agent/v1/agent.proto";

    @Test
    void theContractFollowsBufsStandardStyle() throws Exception {
        assertEquals(new Buf.Outcome(0, ""), Buf.run("lint"));
    }

    @Test
    void theContractBreaksNobodyWhoSpeaksV01() throws Exception {
        assertEquals(new Buf.Outcome(0, ""), Buf.run("breaking", "--against", BASELINE.toString()));
    }

    @Test
    void aFieldThatWentMissingWouldBeNoticed(@TempDir Path earlier) throws Exception {
        Path contract = earlier.resolve(CONTRACT);
        Files.createDirectories(contract.getParent());
        Files.writeString(contract, withOneFieldMore(Files.readString(BASELINE.resolve(CONTRACT))));
        Buf.Outcome outcome = Buf.run("breaking", "--against", earlier.toString());
        assertNotEquals(0, outcome.status());
        assertTrue(outcome.output().contains("gone_since"), outcome.output());
    }

    private static String withOneFieldMore(String contract) throws IOException {
        String place = "message UpToDate {";
        if (!contract.contains(place)) {
            throw new IOException("the contract has no " + place);
        }
        return contract.replace(place, place + " string gone_since = 1; ");
    }
}
