package dev.carom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kubernetes' and the custom resources' own schemas, which refuse what is missing as well as what is unknown. */
class SchemaTest {
    @Test
    void everyRenderingIsValid(@TempDir Path renderings) throws Exception {
        List<String> command = new ArrayList<>(List.of("node", "src/test/js/validate.mjs"));
        for (Path values : ValueSets.valid()) {
            command.add(write(renderings.resolve(ValueSets.name(values)), Chart.render(values)));
        }
        assertThat(Command.run(command).succeeded()).containsPattern("[1-9][0-9]{2} resources are valid");
    }

    @Test
    void missingFieldIsFound(@TempDir Path renderings) throws Exception {
        String broken = Chart.render(ValueSets.valid().getFirst()).replace("      containers:", "      contains:");
        Command validation =
                Command.run(List.of("node", "src/test/js/validate.mjs", write(renderings.resolve("broken"), broken)));
        assertThat(validation.exit()).isEqualTo(1);
        assertThat(validation.output()).contains("containers");
    }

    private static String write(Path file, String rendered) throws IOException {
        return Files.writeString(file, rendered).toString();
    }
}
