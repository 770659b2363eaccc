package dev.carom.controlplane.listing;

import dev.carom.controlplane.problem.InvalidParameter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One requirement of a label selector, written as in Kubernetes.
 *
 * @param values empty: the label's mere presence counts
 * @param wanted whether the label must have one of the values (or be there), or must not
 */
record LabelRequirement(String key, List<String> values, boolean wanted) {
    private static final int MOST = 20;
    private static final String KEY = "([A-Za-z0-9][A-Za-z0-9./_-]{0,127})";
    private static final String VALUE = "[A-Za-z0-9._-]{0,63}";
    private static final Pattern PRESENCE = Pattern.compile("(!?)\\s*" + KEY);
    private static final Pattern EQUALITY = Pattern.compile(KEY + "\\s*(=|==|!=)\\s*(" + VALUE + ")");
    private static final Pattern SET =
            Pattern.compile(KEY + "\\s+(in|notin)\\s+\\(\\s*(" + VALUE + "(?:\\s*,\\s*" + VALUE + ")*)\\s*\\)");

    /** @throws InvalidParameter if the selector cannot be read */
    static List<LabelRequirement> parse(String selector) {
        List<LabelRequirement> all = Commas.split("labelSelector", selector).stream()
                .map(LabelRequirement::one)
                .toList();
        if (all.size() > MOST) {
            throw refusal();
        }
        return all;
    }

    private static LabelRequirement one(String text) {
        Matcher presence = PRESENCE.matcher(text);
        if (presence.matches()) {
            return new LabelRequirement(
                    presence.group(2), List.of(), presence.group(1).isEmpty());
        }
        Matcher equality = EQUALITY.matcher(text);
        if (equality.matches()) {
            return new LabelRequirement(
                    equality.group(1),
                    List.of(equality.group(3)),
                    !equality.group(2).equals("!="));
        }
        Matcher set = SET.matcher(text);
        if (set.matches()) {
            List<String> values = Arrays.stream(set.group(3).split(",", -1))
                    .map(String::strip)
                    .toList();
            return new LabelRequirement(set.group(1), values, set.group(2).equals("in"));
        }
        throw refusal();
    }

    private static InvalidParameter refusal() {
        return new InvalidParameter(
                "labelSelector",
                "LABEL_SELECTOR_INVALID",
                "A label selector is written as in Kubernetes, with at most " + MOST
                        + " requirements: env=prod,tier!=cache,zone in (a,b),canary,!legacy.");
    }
}
