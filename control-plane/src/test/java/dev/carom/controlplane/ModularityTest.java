package dev.carom.controlplane;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The tree is the architecture: features know one another in one direction, and only by their front doors. */
class ModularityTest {
    private static final String ROOT = "dev.carom.controlplane";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void modulesFormNoCycleAndNobodyReachesIntoAnother() {
        ApplicationModules.of(ControlPlaneApplication.class).verify();
    }

    @Test
    void onlyTheChannelKnowsTheContract() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".channel..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.carom.contract..")
                .check(CLASSES);
    }

    @Test
    void onlyTheConfigurationKnowsTheForwardingCore() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.carom.agent..")
                .check(CLASSES);
    }

    @Test
    void domainsKnowNothingOfHttp() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".vip",
                        ROOT + ".pool",
                        ROOT + ".node",
                        ROOT + ".config",
                        ROOT + ".resource",
                        ROOT + ".problem")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
                .check(CLASSES);
    }
}
