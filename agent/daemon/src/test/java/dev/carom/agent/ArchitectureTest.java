package dev.carom.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;

/** The boundaries of the agent. */
@AnalyzeClasses(packages = "dev.carom.agent", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_CORE_IS_PURE = classes()
            .that()
            .resideInAnyPackage("dev.carom.agent.forwarding", "dev.carom.agent.packet")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.carom.agent.forwarding", "dev.carom.agent.packet", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule PACKETS_KNOW_NOTHING_OF_DECISIONS = noClasses()
            .that()
            .resideInAPackage("dev.carom.agent.packet")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.carom.agent.forwarding");

    @ArchTest
    static final ArchRule THE_CORE_HAS_NO_CLOCK_OF_ITS_OWN = noClasses()
            .that()
            .resideInAnyPackage("dev.carom.agent.forwarding", "dev.carom.agent.packet")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now");

    @ArchTest
    static final ArchRule ENGINES_KNOW_NOTHING_OF_EACH_OTHER = slices().matching(
                    "dev.carom.agent.datapath.(pcap|xdp)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule DOWNCALLS_STAY_IN_THE_DATA_PATH_AND_LINUX = noClasses()
            .that()
            .resideOutsideOfPackages("dev.carom.agent.datapath..", "dev.carom.agent.linux")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Linker.class, SymbolLookup.class);

    @ArchTest
    static final ArchRule THE_CONTRACT_ENDS_AT_THE_CHANNEL = noClasses()
            .that()
            .resideOutsideOfPackage("dev.carom.agent.controlplane")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.carom.contract..", "com.google.protobuf..");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_COMPOSITION_ROOT = noClasses()
            .that()
            .resideInAPackage("dev.carom.agent.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.carom.agent");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.carom.agent.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PACKAGES_ARE_NAMED_FOR_WHAT_THEY_DO = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..manager..", "..helper..");
}
