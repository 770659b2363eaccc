package dev.carom.controlplane.problem;

import java.util.Map;
import java.util.regex.Pattern;

/** How names and labels are written. */
public final class Names {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
    private static final Pattern LABEL_KEY = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9./_-]{0,126}[A-Za-z0-9])?");
    private static final Pattern LABEL_VALUE = Pattern.compile("([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?");
    private static final int LABELS = 64;

    private Names() {}

    public static void check(String pointer, String name, Violations violations) {
        violations.unless(
                NAME.matcher(name).matches(),
                pointer,
                "NAME_INVALID",
                "A name has 1-63 letters, digits, dots, dashes or underscores, and begins and ends with a letter or digit.");
    }

    public static void checkLabels(Map<String, String> labels, Violations violations) {
        violations.unless(
                labels.size() <= LABELS, "/labels", "TOO_MANY_LABELS", "A resource has at most " + LABELS + " labels.");
        labels.forEach(
                (key, value) -> violations.unless(
                        LABEL_KEY.matcher(key).matches()
                                && LABEL_VALUE.matcher(value).matches(),
                        "/labels/" + key.replace("~", "~0").replace("/", "~1"),
                        "LABEL_INVALID",
                        "A label is written as in Kubernetes: letters, digits, dots, dashes and underscores; values have at most 63."));
    }
}
