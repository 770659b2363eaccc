package dev.carom.lab.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What must hold of every file, so that any clone builds anywhere and reads alike. */
class RepositoryTest {
    private static final int MOST_LINES = 250;
    private static final int MEDIAN_LINES = 80;

    private final Repository repository = Repository.own();

    @Test
    void namesNoPackageRegistry() {
        Pattern registry = Pattern.compile("<(?:mirror|repositories|pluginRepositories|distributionManagement)>"
                + "|repo1?\\.maven|registry\\.(?:npmjs|yarnpkg)|deb\\.debian|distributionUrl *=");

        assertThat(repository.found(registry, this::isNotThisTest)).isEmpty();
    }

    @Test
    void namesNoPathOfOneMachine() {
        Pattern machine = Pattern.compile("(?<![\\w.])/(?:work|home/[a-z]+|Users|root)/[\\w.]|temurin-\\d");

        assertThat(repository.found(machine, this::isNotThisTest)).isEmpty();
    }

    @Test
    void lockFilesNameNoHost() {
        Pattern resolved = Pattern.compile("\"resolved\": *\"");

        assertThat(repository.found(resolved, file -> file.endsWith("package-lock.json")))
                .isEmpty();
    }

    @Test
    void noJavaFileIsTooLongToReadAtOnce() {
        assertThat(repository.java().filter(file -> repository.lines(file).size() > MOST_LINES))
                .as("Java files of more than %d lines", MOST_LINES)
                .isEmpty();
    }

    @Test
    void mostJavaFilesAreShort() {
        List<Integer> lengths = repository
                .java()
                .filter(file -> !file.endsWith("package-info.java"))
                .map(file -> repository.lines(file).size())
                .sorted()
                .toList();

        assertThat(lengths.get(lengths.size() / 2)).as("median of lines").isLessThanOrEqualTo(MEDIAN_LINES);
    }

    /** Once for each package: the tests of a package share the mark of its main sources. */
    @Test
    void everyPackageSaysThatItsTypesAreNotNull() {
        Set<String> marked = repository
                .java()
                .filter(file -> file.endsWith("package-info.java"))
                .filter(file -> repository.lines(file).contains("@NullMarked"))
                .map(RepositoryTest::packageOf)
                .collect(Collectors.toSet());

        assertThat(repository.java().filter(file -> !marked.contains(packageOf(file))))
                .isEmpty();
    }

    @Test
    void packagesAreNamedAfterWhatTheyAreAbout() {
        Pattern empty = Pattern.compile("/(?:utils?|common|impl|managers?|helpers?|misc)$");

        assertThat(repository
                        .java()
                        .filter(file -> empty.matcher(packageOf(file)).find()))
                .isEmpty();
    }

    @Test
    void everyReasonOfTheForwardingCoreIsExplained() {
        List<String> lines =
                repository.lines(Path.of("agent/forwarding/src/main/java/dev/carom/agent/forwarding/Reason.java"));
        Pattern constant = Pattern.compile("^    [A-Z][A-Z_]+\\b");
        Pattern explained = Pattern.compile("^    [A-Z_]+\\(\"[A-Z].*\"\\)[,;]$");

        assertThat(lines.stream().filter(constant.asPredicate())).isNotEmpty().allMatch(explained.asPredicate());
    }

    @Test
    void everyLinkBetweenDocumentsLeadsSomewhere() {
        Pattern link = Pattern.compile("\\]\\(([^):#]+)(?:#[^)]*)?\\)");

        assertThat(repository.text().filter(file -> file.toString().endsWith(".md")))
                .allSatisfy(file -> assertThat(link.matcher(String.join("\n", repository.lines(file)))
                                .results())
                        .extracting(found -> file.resolveSibling(found.group(1)))
                        .allMatch(target -> Files.exists(repository.root().resolve(target))));
    }

    @Test
    void everyDecisionIsInTheIndex() {
        Path decisions = Path.of("docs/decisions");
        String index = String.join("\n", repository.lines(decisions.resolve("README.md")));

        assertThat(repository.text().filter(file -> decisions.equals(file.getParent())))
                .isNotEmpty()
                .filteredOn(file -> !file.endsWith("README.md"))
                .allMatch(file -> index.contains("](" + file.getFileName() + ")"));
    }

    private static String packageOf(Path javaFile) {
        String path = javaFile.toString();
        return path.substring(path.indexOf("/java/") + "/java/".length(), path.lastIndexOf('/'));
    }

    private boolean isNotThisTest(Path file) {
        return !file.endsWith("RepositoryTest.java");
    }
}
