package dev.carom.agent;

import dev.carom.agent.controlplane.Credential;
import dev.carom.agent.controlplane.NodeToken;
import dev.carom.agent.datapath.DataPathSettings.Offloads;
import dev.carom.agent.forwarding.ForwarderSettings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How this agent runs.
 *
 * @param controlPlanes base URLs, tried in turn; empty = forward from the state on disk and dial nobody
 * @param nodeName the name under which the node group knows this host
 * @param credential by which this node proves itself; absent when nobody is dialled
 * @param trust PEM certificates of control planes' issuers; absent = the system's
 * @param interfaces names or patterns with {@code *}: one, or two for in on one and out on the other
 * @param excludedInterfaces what a pattern does not mean
 * @param hygiene what may be done to the offloads of these interfaces
 * @param httpBind of {@code /metrics}, {@code /livez} and {@code /readyz}
 */
record AgentSettings(
        List<URI> controlPlanes,
        String nodeName,
        Optional<Credential> credential,
        Optional<Path> trust,
        List<String> interfaces,
        List<String> excludedInterfaces,
        Path stateDirectory,
        Offload offload,
        Offloads hygiene,
        ForwarderSettings forwarder,
        InetSocketAddress httpBind) {
    static final Path DEFAULT_STATE_DIRECTORY = Path.of("/var/lib/carom/agent");
    private static final int HTTP_PORT = 9477;

    /** Whether the kernel takes the common case when it can, or not at all. */
    enum Offload {
        AUTO,
        OFF
    }

    AgentSettings {
        controlPlanes = List.copyOf(controlPlanes);
        interfaces = List.copyOf(interfaces);
        excludedInterfaces = List.copyOf(excludedInterfaces);
    }

    /** @throws SettingsException naming the key and what to write */
    static AgentSettings of(SettingsSource source) {
        List<URI> controlPlanes = list(source, "CAROM_CONTROL_PLANE").stream()
                .map(AgentSettings::controlPlane)
                .toList();
        Optional<Credential> credential = credential(source);
        if (!controlPlanes.isEmpty() && credential.isEmpty()) {
            throw new SettingsException("CAROM_NODE_TOKEN is missing: POST /api/v1/nodes shows a node's token once");
        }
        return new AgentSettings(
                controlPlanes,
                source.get("CAROM_NODE_NAME")
                        .orElseThrow(() -> new SettingsException(
                                "CAROM_NODE_NAME is missing: set it to this node's name in its node group")),
                credential,
                source.get("CAROM_CONTROL_PLANE_CA_FILE").map(Path::of),
                interfaces(source),
                list(source, "CAROM_INTERFACES_EXCLUDE"),
                stateDirectory(source),
                offload(source.get("CAROM_DATAPATH_OFFLOAD").orElse("auto")),
                hygiene(source.get(Setting.CAROM_HYGIENE_OFFLOADS).orElse("auto")),
                FlowSettings.of(source),
                httpBind(source.get("CAROM_HTTP_BIND").orElse("127.0.0.1")));
    }

    static SettingsSource source(Map<String, String> environment, Path file) {
        return SettingsSource.read(environment, file, Setting.keys());
    }

    /** The one setting that `status` and `detach` need. */
    static Path stateDirectory(SettingsSource source) {
        return source.get("CAROM_STATE_DIR").map(Path::of).orElse(DEFAULT_STATE_DIRECTORY);
    }

    private static Optional<Credential> credential(SettingsSource source) {
        Optional<Credential> given =
                source.get("CAROM_NODE_TOKEN").map(NodeToken::new).map(Credential::of);
        Optional<Credential> inFile =
                source.get("CAROM_NODE_TOKEN_FILE").map(Path::of).map(Credential::inFile);
        if (given.isPresent() && inFile.isPresent()) {
            throw new SettingsException("CAROM_NODE_TOKEN and CAROM_NODE_TOKEN_FILE are both set: leave one out");
        }
        return given.or(() -> inFile);
    }

    private static List<String> interfaces(SettingsSource source) {
        List<String> names = list(source, "CAROM_INTERFACES");
        if (names.isEmpty() || names.size() > 2) {
            throw new SettingsException(
                    "CAROM_INTERFACES must name one or two interfaces, as in `eth0` or `eth0,eth1`, not " + names);
        }
        return names;
    }

    private static List<String> list(SettingsSource source, String key) {
        return source.get(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static URI controlPlane(String text) {
        try {
            URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (List.of("http", "https").contains(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Told below, as for an address of another scheme.
        }
        throw new SettingsException(
                "CAROM_CONTROL_PLANE: `" + text + "` is no URL; write http://host:8080, comma-separated for several");
    }

    private static Offload offload(String text) {
        return switch (text) {
            case "auto" -> Offload.AUTO;
            case "off" -> Offload.OFF;
            case "required" ->
                throw new SettingsException("CAROM_DATAPATH_OFFLOAD=required, but this version has no"
                        + " kernel offload: write auto, and the pcap engine does all the work");
            default -> throw new SettingsException("CAROM_DATAPATH_OFFLOAD is auto, off or required, not " + text);
        };
    }

    private static Offloads hygiene(String text) {
        return switch (text) {
            case "auto" -> Offloads.AUTO;
            case "leave" -> Offloads.LEAVE;
            case "off" -> Offloads.OFF;
            default -> throw new SettingsException("CAROM_HYGIENE_OFFLOADS is auto, leave or off, not " + text);
        };
    }

    private static InetSocketAddress httpBind(String text) {
        int colon = text.lastIndexOf(':');
        boolean bare = colon < 0 || (text.indexOf(':') != colon && !text.startsWith("["));
        try {
            String host = bare ? text : text.substring(0, colon);
            int port = bare ? HTTP_PORT : Integer.parseInt(text.substring(colon + 1));
            return new InetSocketAddress(host.replace("[", "").replace("]", ""), port);
        } catch (IllegalArgumentException wrong) {
            throw new SettingsException("CAROM_HTTP_BIND is `address` or `address:port`, not " + text);
        }
    }
}
