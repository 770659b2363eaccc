package dev.carom.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.test;

import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class LabTestsNeedRootTest {

    @Test
    void aUserSkipsTestsOfTheLabAndIsToldWhy() {
        Predicate<String> namesTheUser = reason -> reason.contains("which user 1000 may not");

        Events tests = run(AsUser.class);

        tests.assertStatistics(count -> count.succeeded(1).skipped(1));
        tests.assertThatEvents().haveExactly(1, event(test("inTheLab"), skippedWithReason(namesTheUser)));
    }

    @Test
    void rootRunsThemAll() {
        run(AsRoot.class).assertStatistics(count -> count.succeeded(2).skipped(0));
    }

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }

    static class AsUser {
        @RegisterExtension
        static final LabTestsNeedRoot CONDITION = new LabTestsNeedRoot(() -> 1000);

        @Test
        @Tag("lab")
        void inTheLab() {}

        @Test
        void anywhere() {}
    }

    static class AsRoot {
        @RegisterExtension
        static final LabTestsNeedRoot CONDITION = new LabTestsNeedRoot(() -> 0);

        @Test
        @Tag("lab")
        void inTheLab() {}

        @Test
        void anywhere() {}
    }
}
