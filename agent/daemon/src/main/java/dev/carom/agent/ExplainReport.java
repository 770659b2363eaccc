package dev.carom.agent;

import dev.carom.agent.diagnose.ExplainedFlow;
import dev.carom.agent.diagnose.FlowExplainer;
import dev.carom.agent.forwarding.DesiredState.Protocol;
import dev.carom.agent.forwarding.FlowExplanation;
import dev.carom.agent.forwarding.FlowQuestion;
import dev.carom.agent.packet.IpAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Where a flow goes, as YAML. */
record ExplainReport(FlowExplainer explainer) {
    static final String SOMEWHERE = "forwarded: true";

    /** @param question protocol, source, its port, VIP and its port, with blanks between them */
    String write(String question) {
        try {
            return render(explainer.explain(read(question)));
        } catch (IllegalArgumentException unreadable) {
            return "error: " + unreadable.getMessage() + "\n";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "error: interrupted\n";
        }
    }

    private static FlowQuestion read(String question) {
        List<String> words = List.of(question.strip().split(" "));
        if (words.size() != 5) {
            throw new IllegalArgumentException("a flow has a protocol, two addresses and two ports");
        }
        return new FlowQuestion(
                IpAddress.parse(words.get(1)),
                IpAddress.parse(words.get(3)),
                Protocol.valueOf(words.get(0)),
                Integer.parseInt(words.get(2)),
                Integer.parseInt(words.get(4)));
    }

    private static String render(ExplainedFlow flow) {
        FlowExplanation explanation = flow.explanation();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("forwarded", explanation.chosen().isPresent());
        document.put("outcome", explanation.outcome().name());
        document.put("owned", explanation.owned());
        explanation.listener().ifPresent(id -> document.put("listener", id.toString()));
        explanation.pool().ifPresent(id -> document.put("pool", id.toString()));
        explanation.slot().ifPresent(slot -> document.put("slot", slot + " of " + explanation.slots()));
        explanation.chosen().ifPresent(hop -> {
            document.put("backend", hop.name());
            document.put("before", "to " + flow.cameTo().map(Object::toString).orElse("this node"));
            document.put("after", "from " + hop.source() + " to " + hop.destination() + " on " + flow.egress());
        });
        Map<String, String> others = new LinkedHashMap<>();
        explanation
                .others()
                .forEach(other -> others.put(other.name(), other.why().name()));
        document.put("others", others);
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options).dump(document);
    }
}
