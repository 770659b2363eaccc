package dev.carom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every set of values either renders what Kubernetes knows and policy allows, or is refused with a sentence. */
class ValueSetsTest {
    static List<Path> valid() {
        return ValueSets.valid();
    }

    static List<Path> invalid() {
        return ValueSets.invalid();
    }

    @Test
    void theMatrixIsLarge() {
        assertThat(valid().size() + invalid().size()).isGreaterThanOrEqualTo(30);
    }

    @Test
    void lintFindsNothing() {
        LintResult result = Chart.lint();
        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void lintFindsNothing(Path values) throws Exception {
        assertThat(Command.helm("lint", "--strict", "--values", values.toString(), Chart.DIRECTORY.toString())
                        .succeeded())
                .contains("0 chart(s) failed");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void renderingHasNoFieldThatKubernetesDoesNotKnow(Path values) throws Exception {
        List<HasMetadata> resources = Manifests.of(Chart.render(values)).resources();
        assertThat(resources).isNotEmpty();
        assertThat(resources.stream().flatMap(resource -> UnknownFields.in(resource).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void renderingKeepsToPolicy(Path values) throws Exception {
        assertThat(Policy.offences(Manifests.of(Chart.render(values)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void libraryAndCommandRenderAlike(Path values) throws Exception {
        assertThat(Manifests.of(Chart.renderInProcess(values)).names())
                .isEqualTo(Manifests.of(Chart.render(values)).withoutHooks().names());
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void contradictionIsRefusedWithASentence(Path values) throws Exception {
        Command refused = Chart.template(values);
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.output()).contains(ValueSets.refusal(values));
    }
}
