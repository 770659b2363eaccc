package dev.carom.lab.endtoend;

import dev.carom.lab.Lab;
import dev.carom.lab.LabOptions;
import dev.carom.lab.deployment.Deployment;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts Carom on a lab for the first test that asks, and removes it after the last of the run; a second site too. */
final class SharedDeployment implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return List.of(Deployment.class, SegmentedSite.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(Namespace.create(SharedDeployment.class));
        Deployment deployment = store.computeIfAbsent(Running.class, ignored -> Running.start(), Running.class)
                .deployment();
        return parameter.getParameter().getType() == Deployment.class
                ? deployment
                : store.computeIfAbsent(
                        SegmentedSite.class, ignored -> SegmentedSite.start(deployment), SegmentedSite.class);
    }

    private record Running(Lab lab, Deployment deployment) implements AutoCloseable {

        static Running start() {
            Lab lab = Lab.start(LabOptions.defaults());
            try {
                return new Running(lab, Deployment.start(lab, 0, System.out::println));
            } catch (RuntimeException e) {
                lab.close();
                throw e;
            }
        }

        @Override
        public void close() {
            lab.close();
        }
    }
}
