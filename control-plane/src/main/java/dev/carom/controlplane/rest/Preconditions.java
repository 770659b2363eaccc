package dev.carom.controlplane.rest;

import dev.carom.controlplane.problem.PreconditionMissing;
import dev.carom.controlplane.resource.ExpectedVersion;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads If-Match (RFC 9110 13.1.1): a version in quotes, several with commas between them, or a star for any. */
public final class Preconditions {
    private static final Pattern LIST = Pattern.compile("\\s*\"[^\"]*\"\\s*(,\\s*\"[^\"]*\"\\s*)*");
    private static final Pattern TAG = Pattern.compile("\"([^\"]*)\"");

    private Preconditions() {}

    /** @throws PreconditionMissing without the header, or when it cannot be read */
    public static ExpectedVersion expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new PreconditionMissing(
                    "This write needs If-Match with the ETag that you read, so that it does not undo what another client wrote since. Read the resource, then repeat with its ETag; If-Match: * writes in any case.");
        }
        if (ifMatch.strip().equals("*")) {
            return new ExpectedVersion(Set.of());
        }
        if (!LIST.matcher(ifMatch).matches()) {
            throw new PreconditionMissing(
                    "If-Match holds an ETag in double quotes, as \"3\", or a star for any version.");
        }
        Set<Long> versions = new HashSet<>();
        Matcher tags = TAG.matcher(ifMatch);
        while (tags.find()) {
            versions.add(version(tags.group(1)));
        }
        return new ExpectedVersion(versions);
    }

    /**
     * Reads If-None-Match of a write (RFC 9110 13.1.2): only a star says something of what is not there.
     *
     * @throws PreconditionMissing when it is anything else
     */
    public static void requireNone(String ifNoneMatch) {
        if (!ifNoneMatch.strip().equals("*")) {
            throw new PreconditionMissing(
                    "If-None-Match of a write is a star: create this resource unless it is there. To replace it, send If-Match.");
        }
    }

    /** A tag that is none of ours matches no version. */
    private static long version(String tag) {
        return tag.matches("\\d{1,18}") ? Long.parseLong(tag) : -1;
    }
}
