package dev.carom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The five main ways to install, rendered as they stand in review. After a change that is meant:
 * {@code mvn -pl helm test -Dtest=GoldenRenderingTest -Dcarom.golden.write=true}, and read the difference.
 */
class GoldenRenderingTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final List<String> MAIN = List.of("external", "cnpg", "trial", "cluster-identity", "everything");

    static List<Path> main() {
        return ValueSets.valid().stream()
                .filter(values -> MAIN.contains(ValueSets.name(values)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("main")
    void rendersAsReviewed(Path values) throws Exception {
        Path golden = GOLDEN.resolve(ValueSets.name(values) + ".yaml");
        String rendered = Chart.render(values);
        if (Boolean.getBoolean("carom.golden.write")) {
            Files.writeString(golden, rendered);
        }
        assertThat(rendered).isEqualTo(Files.readString(golden));
    }

    @Test
    void allFiveAreThere() {
        assertThat(main()).hasSize(MAIN.size());
    }
}
