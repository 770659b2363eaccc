package dev.carom.lab.client;

import dev.carom.lab.Host;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Debian's wrk says of a run: so many connections are held and used all the time.
 *
 * @param errors wrk's lines about failed sockets and answers other than 2xx; empty if there were none
 */
public record Wrk(long requests, List<String> errors) {
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ");
    private static final Pattern ERRORS = Pattern.compile("Socket errors:.*|Non-2xx.*");
    /** More than a SYN takes that is lost four times. */
    private static final String PATIENCE = "40s";

    /** Runs it to its end. */
    public static Wrk run(Host host, String url, int connections, Duration duration) {
        return parse(host.require(duration.multipliedBy(3).plusSeconds(60), command(url, connections, duration)));
    }

    private static String[] command(String url, int connections, Duration duration) {
        return new String[] {
            "wrk",
            "--threads=2",
            "--connections=" + connections,
            "--duration=" + duration.toSeconds() + "s",
            "--timeout=" + PATIENCE,
            url
        };
    }

    static Wrk parse(String output) {
        Matcher requests = REQUESTS.matcher(output);
        if (!requests.find()) {
            throw new IllegalArgumentException("not wrk's report: " + output);
        }
        return new Wrk(
                Long.parseLong(requests.group(1)),
                output.lines()
                        .map(String::strip)
                        .filter(ERRORS.asMatchPredicate())
                        .toList());
    }
}
