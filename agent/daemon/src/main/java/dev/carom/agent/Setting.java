package dev.carom.agent;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every setting: its name is its key in the environment and in {@code /etc/carom/agent.yaml}. */
enum Setting {
    CAROM_CONTROL_PLANE("URLs, comma-separated, tried in turn; none: forward from the state on disk"),
    CAROM_NODE_NAME("this node's name in its node group; required"),
    CAROM_NODE_TOKEN("as POST /api/v1/nodes showed it; required with a control plane"),
    CAROM_NODE_TOKEN_FILE("instead of it, a file that holds it and is read anew for every call"),
    CAROM_CONTROL_PLANE_CA_FILE("PEM certificates to trust instead of the system's, for https URLs"),
    CAROM_ENROLLMENT_TOKEN_FILE("a file that holds an enrolment token"),
    CAROM_INTERFACES("one interface, or two for in on one and out on the other: eth0,eth1, or en*; required"),
    CAROM_INTERFACES_EXCLUDE("interfaces that a pattern with * does not mean: veth*,cali*"),
    CAROM_STATE_DIR("what survives a restart [/var/lib/carom/agent]"),
    CAROM_DATAPATH_OFFLOAD("auto, off or required: whether the kernel takes the common case [auto]"),
    CAROM_HYGIENE_OFFLOADS(
            "auto: switch receive coalescing off where the link lets us; off: refuse to start where it does"
                    + " not; leave: touch nothing, and say NOT_READY_SUPERFRAMES should super-frames arrive [auto]"),
    CAROM_FLOW_CAPACITY("flows remembered at most, 72 bytes each [1048576]"),
    CAROM_FLOW_TIMEOUT_SYN_SEEN("a flow that showed only a SYN, as in 500ms, 30s, 15m or 2h [30s]"),
    CAROM_FLOW_TIMEOUT_ESTABLISHED("a flow that showed more [15m]"),
    CAROM_FLOW_TIMEOUT_CLOSING("a flow whose client sent FIN or RST [30s]"),
    CAROM_FLOW_TIMEOUT_UDP("a UDP flow [60s]"),
    CAROM_REST("for hand-over: URL of the control plane's REST interface"),
    CAROM_API_TOKEN_FILE("for hand-over: a file that holds an API token of role OPERATOR"),
    CAROM_HTTP_BIND("address or address:port of /metrics, /livez and /readyz [127.0.0.1:9477]");

    private final String meaning;

    Setting(String meaning) {
        this.meaning = meaning;
    }

    static Set<String> keys() {
        return Arrays.stream(values()).map(Setting::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Two lines each, for the foot of {@code --help}. */
    static String[] help() {
        Stream<String> lines =
                Arrays.stream(values()).flatMap(each -> Stream.of("  " + each.name(), "      " + each.meaning));
        return Stream.concat(
                        Stream.of(
                                "", "Settings, from the environment or /etc/carom/agent.yaml (the environment wins):"),
                        lines)
                .toArray(String[]::new);
    }
}
