package dev.carom.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What v0.1 wrote is read as it was meant, in both formats, and written the same again. */
class WireFixturesTest {
    @TestFactory
    Stream<DynamicTest> v01() {
        return WireFixtures.messages().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry)));
    }

    private static void check(Map.Entry<String, Descriptor> fixture) throws IOException {
        byte[] bytes = Files.readAllBytes(file(fixture.getKey(), ".bin"));
        String json = Files.readString(file(fixture.getKey(), ".json"));
        Message read = DynamicMessage.parseFrom(fixture.getValue(), bytes);
        assertTrue(read.getUnknownFields().asMap().isEmpty(), "a field of v0.1 is no longer known");
        assertEquals(parsed(json, fixture.getValue()), read);
        assertArrayEquals(bytes, read.toByteArray());
        assertEquals(json, JsonFormat.printer().print(read) + "\n");
    }

    private static Message parsed(String json, Descriptor type) throws IOException {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        JsonFormat.parser().merge(json, message);
        return message.build();
    }

    private static Path file(String fixture, String suffix) {
        return WireFixtures.V0_1.resolve(fixture + suffix);
    }
}
