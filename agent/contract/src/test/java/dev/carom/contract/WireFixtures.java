package dev.carom.contract;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import dev.carom.contract.v1.Agent;
import dev.carom.contract.v1.DesiredState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The golden messages of a version: {@code <message>.bin} and {@code <message>.json} say the same. A message with
 * alternatives has one fixture for each. They are written once, by {@link #main}, and never changed after a release.
 */
final class WireFixtures {
    static final Path V0_1 = Path.of("src/test/resources/wire/v0.1");

    private WireFixtures() {}

    /** Every message that an agent or the control plane sends as a whole, by its fixture's name. */
    static Map<String, Descriptor> messages() {
        Map<String, Descriptor> messages = new TreeMap<>();
        messages.put("DesiredState", DesiredState.getDescriptor());
        for (MethodDescriptor method :
                Agent.getDescriptor().findServiceByName("AgentService").getMethods()) {
            add(messages, method.getInputType());
            add(messages, method.getOutputType());
        }
        return messages;
    }

    private static void add(Map<String, Descriptor> messages, Descriptor type) {
        if (type.getRealOneofs().isEmpty()) {
            messages.put(type.getName(), type);
            return;
        }
        for (FieldDescriptor alternative : type.getRealOneofs().getFirst().getFields()) {
            messages.put(type.getName() + "-" + alternative.getName(), type);
        }
    }

    /** Writes the fixtures of the version that is being developed; its argument is their folder. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (Map.Entry<String, Descriptor> entry : messages().entrySet()) {
            Message message = new Filled().message(entry.getValue(), alternative(entry.getKey(), entry.getValue()));
            Files.write(folder.resolve(entry.getKey() + ".bin"), message.toByteArray());
            Files.writeString(
                    folder.resolve(entry.getKey() + ".json"),
                    JsonFormat.printer().print(message) + "\n");
        }
    }

    private static int alternative(String fixture, Descriptor type) {
        int dash = fixture.indexOf('-');
        return dash < 0
                ? 0
                : type.getRealOneofs().getFirst().getFields().stream()
                        .map(FieldDescriptor::getName)
                        .toList()
                        .indexOf(fixture.substring(dash + 1));
    }
}
