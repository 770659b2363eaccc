package dev.carom.agent.neighbor;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import dev.carom.agent.packet.MacAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** A vector's file, read. */
record AnnouncementVector(List<Segment> segments, List<Step> steps) {

    sealed interface Step {}

    record Announce(Set<IpAddress> vips) implements Step {}

    record Release(Set<IpAddress> vips) implements Step {}

    /** What leaves until this long after the beginning; the frames' texts carry time and interface. */
    record Until(Duration end, Optional<List<String>> out, Optional<Rate> rate) implements Step {}

    /** How many VIPs and frames until then, and how many frames at most in a tick of 20 ms. */
    record Rate(int vips, int frames, int framesEachTick) {}

    static AnnouncementVector read(Path file) throws IOException {
        Map<String, Object> vector = new Yaml().load(Files.readString(file));
        List<Map<String, Object>> segments = maps(vector.get("segments"));
        return new AnnouncementVector(
                IntStream.range(0, segments.size())
                        .mapToObj(index -> segment(index, segments.get(index)))
                        .toList(),
                maps(vector.get("steps")).stream().map(AnnouncementVector::step).toList());
    }

    private static Segment segment(int index, Map<String, Object> values) {
        MacAddress mac = MacAddress.parse(text(values, "mac"));
        AttachedInterface link =
                new AttachedInterface(index, text(values, "name"), index + 2, mac, 1_500, true, List.of());
        List<IpPrefix> subnets =
                texts(values.get("subnets")).stream().map(IpPrefix::parse).toList();
        boolean clients = (boolean) values.getOrDefault("clients", true);
        return new Segment(link, (int) values.getOrDefault("vlan", 0), subnets, List.of(), clients, true);
    }

    private static Step step(Map<String, Object> values) {
        if (values.containsKey("until")) {
            return new Until(
                    duration(text(values, "until")),
                    Optional.ofNullable(values.get("out")).map(AnnouncementVector::out),
                    Optional.ofNullable(values.get("rate")).map(AnnouncementVector::rate));
        }
        return values.containsKey("announce")
                ? new Announce(vips(values.get("announce")))
                : new Release(vips(values.get("release")));
    }

    private static List<String> out(Object list) {
        return maps(list).stream()
                .map(frame -> "%s %s %s"
                        .formatted(
                                duration(text(frame, "at")).toMillis(), text(frame, "interface"), text(frame, "frame")))
                .toList();
    }

    @SuppressWarnings("unchecked") // YAML mappings have string keys in these files
    private static Rate rate(Object values) {
        Map<String, Integer> rate = (Map<String, Integer>) values;
        return new Rate(number(rate, "vips"), number(rate, "frames"), number(rate, "framesEach20ms"));
    }

    private static Set<IpAddress> vips(@Nullable Object value) {
        if (value instanceof Map<?, ?> range) {
            IpAddress first =
                    IpAddress.parse(Objects.requireNonNull(range.get("first")).toString());
            int count = (int) Objects.requireNonNull(range.get("count"));
            return LongStream.range(0, count)
                    .mapToObj(i -> new IpAddress(first.high(), first.low() + i))
                    .collect(Collectors.toSet());
        }
        return texts(value).stream().map(IpAddress::parse).collect(Collectors.toSet());
    }

    private static Duration duration(String text) {
        return Duration.parse("PT" + (text.endsWith("ms") ? seconds(text) : text));
    }

    private static String seconds(String millis) {
        return Double.parseDouble(millis.substring(0, millis.length() - 2)) / 1_000 + "s";
    }

    private static String text(Map<String, Object> values, String key) {
        return Objects.requireNonNull(values.get(key), key).toString();
    }

    private static int number(Map<String, Integer> values, String key) {
        return Objects.requireNonNull(values.get(key), key);
    }

    private static List<String> texts(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list))
                .stream().map(Object::toString).toList();
    }

    @SuppressWarnings("unchecked") // as above
    private static List<Map<String, Object>> maps(@Nullable Object list) {
        return (List<Map<String, Object>>) Objects.requireNonNull(list);
    }
}
