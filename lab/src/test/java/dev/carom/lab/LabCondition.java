package dev.carom.lab;

import dev.carom.lab.namespace.Prerequisites;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Asks the machine once per run. */
final class LabCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<String> missing = Missing.SENTENCES;
        return missing.isEmpty()
                ? ConditionEvaluationResult.enabled("the machine can hold a lab")
                : ConditionEvaluationResult.disabled(String.join("; ", missing));
    }

    private static final class Missing {
        static final List<String> SENTENCES = Prerequisites.missing();
    }
}
