package dev.carom.agent.forwarding.golden;

import dev.carom.agent.forwarding.Health;
import dev.carom.agent.forwarding.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a vector's file. */
final class VectorReader {
    private VectorReader() {}

    static GoldenVector read(String file) {
        YamlNode node = YamlNode.file(file).allow("description", "table", "xdp", "xdpReason", "steps");
        String xdp = node.text("xdp");
        if (!List.of("same", "passUp", "notApplicable").contains(xdp) || !xdp.equals("same") != node.has("xdpReason")) {
            throw new IllegalArgumentException(file + ": xdp is same, or passUp or notApplicable with an xdpReason");
        }
        return new GoldenVector(
                file.substring(0, file.length() - ".yaml".length()),
                node.text("description"),
                node.text("table"),
                xdp,
                node.text("xdpReason", ""),
                node.nodes("steps").stream().map(VectorReader::step).toList());
    }

    private static GoldenStep step(YamlNode node) {
        if (node.has("sweep")) {
            return sweep(node.allow("sweep", "in", "frame", "expect"));
        }
        if (node.has("frame")) {
            node.allow("in", "frame", "expect");
            return new GoldenStep.Frame(
                    node.text("in"), FrameText.bytes(node.text("frame")), expectation(node.node("expect")));
        }
        if (node.has("advance")) {
            return new GoldenStep.Advance(
                    duration(node.allow("advance", "counters").text("advance")), counters(node, Reason::valueOf));
        }
        if (node.has("table")) {
            return new GoldenStep.SwapTable(node.allow("table").text("table"));
        }
        Map<String, Object> health = node.allow("health").node("health").values();
        return new GoldenStep.SetHealth(health.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Health.valueOf(entry.getValue().toString()))));
    }

    private static GoldenStep sweep(YamlNode node) {
        YamlNode sweep = node.node("sweep").allow("offset", "bytes", "from", "to");
        return new GoldenStep.Sweep(
                node.text("in"),
                FrameText.bytes(node.text("frame")),
                sweep.number("offset", 0),
                sweep.number("bytes", 1),
                sweep.number("from", 0),
                sweep.number("to", 0),
                expectation(node.node("expect")));
    }

    private static GoldenStep.Expectation expectation(YamlNode node) {
        node.allow("verdict", "reason", "out", "checksumValid", "counters", "released", "flows");
        return new GoldenStep.Expectation(
                node.text("verdict"),
                node.find("reason").map(Object::toString),
                node.has("out") ? Optional.of(out(node)) : Optional.empty(),
                node.flag("checksumValid", false),
                counters(node, Function.identity()),
                node.number("released", 0),
                node.has("flows") ? OptionalLong.of(node.number("flows", 0)) : OptionalLong.empty());
    }

    private static <K> Map<K, Long> counters(YamlNode node, Function<String, K> key) {
        return node.node("counters").values().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> key.apply(entry.getKey()), entry -> ((Number) entry.getValue()).longValue()));
    }

    private static List<GoldenStep.Out> out(YamlNode node) {
        return node.nodes("out").stream()
                .map(item -> item.allow("interface", "frame", "to"))
                .map(item -> new GoldenStep.Out(
                        item.text("interface"),
                        item.find("frame").map(text -> FrameText.bytes(text.toString())),
                        item.find("to").map(Object::toString)))
                .toList();
    }

    /** {@code 31s} or {@code 200ms}. */
    private static Duration duration(String text) {
        return text.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                : Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1)));
    }
}
