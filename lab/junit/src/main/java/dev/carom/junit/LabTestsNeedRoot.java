package dev.carom.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests tagged {@code lab}, and says why, where the user may not make network namespaces. */
public final class LabTestsNeedRoot implements ExecutionCondition {
    private final IntSupplier userId;

    /** For JUnit, which finds it as a service. */
    public LabTestsNeedRoot() {
        this(LabTestsNeedRoot::ownUserId);
    }

    LabTestsNeedRoot(IntSupplier userId) {
        this.userId = userId;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!context.getTags().contains("lab")) {
            return ConditionEvaluationResult.enabled("needs no root");
        }
        int user = userId.getAsInt();
        return user == 0
                ? ConditionEvaluationResult.enabled("is root")
                : ConditionEvaluationResult.disabled(
                        "makes network namespaces, which user " + user + " may not: run it as root or in unshare -rnm");
    }

    private static int ownUserId() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
