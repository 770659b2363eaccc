package dev.carom.controlplane.ipvs;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.ipvs.Service.Affinity;
import dev.carom.controlplane.ipvs.Service.Server;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what {@code ipvsadm-save -n} writes: a line for each service, and for each server. */
final class IpvsadmReader {
    private static final Pattern ENDPOINT = Pattern.compile("\\[?([0-9a-fA-F.:]+?)\\]?:(\\d{1,5})");
    private static final long USUAL_PERSISTENCE_SECONDS = 300;

    private final Remarks remarks;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, List<Server>> servers = new HashMap<>();

    private IpvsadmReader(Remarks remarks) {
        this.remarks = remarks;
    }

    static Found read(String text, Remarks remarks) {
        IpvsadmReader reader = new IpvsadmReader(remarks);
        String[] lines = text.split("\\R");
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                reader.read(new Line(i + 1, line, options(line)));
            }
        }
        return new Found(reader.whole(), List.of());
    }

    /** @param options by their letters; those without a value have an empty one */
    private record Line(int number, String text, Map<String, String> options) {
        boolean has(String option) {
            return options.containsKey(option);
        }

        String value(String option) {
            return options.getOrDefault(option, "");
        }
    }

    private static Map<String, String> options(String line) {
        Map<String, String> options = new LinkedHashMap<>();
        String last = "";
        for (String word : line.split("\\s+")) {
            if (word.startsWith("-")) {
                last = word;
                options.put(word, "");
            } else {
                options.put(last, word);
            }
        }
        return options;
    }

    private void read(Line line) {
        if (line.has("-A")) {
            service(line);
        } else if (line.has("-a")) {
            server(line);
        } else {
            remarks.leftOut(line.number(), line.text(), "This is neither a service (-A) nor a server of one (-a).");
        }
    }

    private static String key(Line line) {
        return line.has("-t") ? "TCP " + line.value("-t") : "UDP " + line.value("-u");
    }

    private void service(Line line) {
        Matcher endpoint = ENDPOINT.matcher(line.has("-t") ? line.value("-t") : line.value("-u"));
        Optional<IpAddress> address = endpoint.matches() ? Values.address(endpoint.group(1)) : Optional.empty();
        if (address.isEmpty()) {
            remarks.leftOut(
                    line.number(),
                    line.text(),
                    line.has("-f")
                            ? "A firewall mark has no equivalent: name the addresses and ports that it stands for."
                            : "Only TCP (-t) and UDP (-u) services with a numeric address are forwarded.");
            return;
        }
        String scheduler = line.value("-s");
        String algorithm = scheduler.isEmpty()
                ? Scheduler.USUAL
                : Scheduler.named(scheduler).orElse(Scheduler.INSTEAD);
        if (!scheduler.isEmpty() && Scheduler.named(scheduler).isEmpty()) {
            remarks.changed(line.number(), line.text(), Scheduler.explain(scheduler));
        }
        for (String option : List.of("-o", "--pe", "-b")) {
            if (line.has(option)) {
                remarks.changed(line.number(), line.text(), "The option " + option + " has no equivalent.");
            }
        }
        services.put(
                key(line),
                new Service(
                        line.has("-t") ? "TCP" : "UDP",
                        address.get(),
                        Values.port(endpoint.group(2)).orElse(0),
                        algorithm,
                        affinity(line, address.get()),
                        List.of(),
                        null,
                        null));
    }

    private static @Nullable Affinity affinity(Line line, IpAddress address) {
        if (!line.has("-p")) {
            return null;
        }
        int whole = address.isIpv4() ? 32 : 128;
        long seconds = Values.number(line.value("-p")).map(Integer::longValue).orElse(USUAL_PERSISTENCE_SECONDS);
        return new Affinity(seconds, Values.prefixLength(line.value("-M")).orElse(whole));
    }

    private void server(Line line) {
        Service service = services.get(key(line));
        Matcher endpoint = ENDPOINT.matcher(line.value("-r"));
        Optional<IpAddress> address = endpoint.matches() ? Values.address(endpoint.group(1)) : Optional.empty();
        if (service == null || address.isEmpty()) {
            remarks.leftOut(
                    line.number(),
                    line.text(),
                    "The service of this server was left out, or its address is no number.");
        } else if (!line.has("-g")) {
            remarks.leftOut(line.number(), line.text(), VirtualServerReader.NO_DIRECT_ROUTING);
        } else if (Values.port(endpoint.group(2)).orElse(0) != service.port()) {
            remarks.leftOut(line.number(), line.text(), VirtualServerReader.PORT_TRANSLATION);
        } else {
            for (String option : List.of("-x", "-y")) {
                if (line.has(option) && !line.value(option).equals("0")) {
                    remarks.changed(
                            line.number(),
                            line.text(),
                            "A threshold of connections (" + option + ") has no equivalent.");
                }
            }
            servers.computeIfAbsent(key(line), key -> new ArrayList<>())
                    .add(new Server(
                            address.get(), Values.number(line.value("-w")).orElse(1)));
        }
    }

    private List<Service> whole() {
        List<Service> whole = new ArrayList<>();
        services.forEach((key, service) -> whole.add(service.with(servers.getOrDefault(key, List.of()))));
        return whole;
    }
}
