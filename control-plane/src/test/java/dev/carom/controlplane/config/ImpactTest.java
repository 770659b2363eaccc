package dev.carom.controlplane.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.config.PlanImpact.PoolImpact;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two VIPs with a listener each: "shop" leads to a pool of four backends, "mail" to a pool of one. */
class ImpactTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Revisions.Content> present = new TreeMap<>();
    private final List<RevisionChange> changes = new ArrayList<>();

    ImpactTest() {
        for (String name : List.of("shop", "mail")) {
            add("pool", "pool-" + name, "'algorithm': 'MAGLEV'");
            add("vip", "vip-" + name, "'address': '10.0.0.1', 'nodeGroupId': 'g', 'adminState': 'ENABLED'");
            add(
                    "listener",
                    name,
                    "'protocol': 'TCP', 'vipId': '%s', 'poolId': '%s', 'adminState': 'ENABLED'"
                            .formatted(id("vip-" + name), id("pool-" + name)));
        }
        for (int i = 0; i < 4; i++) {
            backend("shop-" + i, "pool-shop");
        }
        backend("mail-0", "pool-mail");
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private void backend(String name, String pool) {
        add("backend", name, backendOf(pool));
    }

    private static String backendOf(String pool) {
        return "'weight': 1, 'adminState': 'ENABLED', 'poolId': '%s'".formatted(id(pool));
    }

    private static ObjectNode content(String name, String properties) {
        return (ObjectNode) JSON.readTree(("{'name': '" + name + "', " + properties + "}").replace('\'', '"'));
    }

    private void add(String type, String name, String properties) {
        present.put(name, new Revisions.Content(type, id(name), content(name, properties)));
    }

    private void create(String type, String name, String properties) {
        changes.add(new RevisionChange(type, id(name), name, "CREATED", null, content(name, properties)));
    }

    private void update(String name, UnaryOperator<ObjectNode> change) {
        Revisions.Content there = Objects.requireNonNull(present.get(name));
        ObjectNode before = (ObjectNode) there.content();
        ObjectNode after = change.apply(before.deepCopy());
        changes.add(new RevisionChange(there.resourceType(), there.resourceId(), name, "UPDATED", before, after));
    }

    private PlanImpact impact() {
        return Impact.of(Snapshot.of(List.copyOf(present.values())), changes);
    }

    @Test
    void aBackendThatGoesMovesItsShareOfTheListenersThatItServes() {
        update("shop-0", before -> before.put("adminState", "DRAINING"));
        assertThat(impact().pools()).extracting(PoolImpact::movedFlowsPercent).containsExactly(25.0);
        assertThat(impact().movedFlowsPercent()).isEqualTo(12.5);
        assertThat(impact().vipsTouched()).containsExactly("vip-shop");
    }

    @ParameterizedTest
    @CsvSource({
        "shop, poolId, 00000000-0000-4000-8000-000000000000",
        "shop, adminState, DISABLED",
        "shop, protocol, UDP",
        "vip-shop, address, 10.0.0.9",
        "vip-shop, adminState, DISABLED"
    })
    void allFlowsOfAListenerMoveThatLeadsElsewhereOrNowhere(String name, String property, String value) {
        update(name, before -> before.put(property, value));
        assertThat(impact().movedFlowsPercent()).isEqualTo(50);
        assertThat(impact().vipsTouched()).contains("vip-shop");
    }

    @Test
    void whatServesNobodyTodayHasNoFlowsToMove() {
        update("shop", before -> before.put("adminState", "DRAINING"));
        assertThat(impact().movedFlowsPercent()).isZero();
        ((ObjectNode) Objects.requireNonNull(present.get("vip-mail")).content()).put("adminState", "DISABLED");
        changes.clear();
        update("shop-0", before -> before.put("weight", 0));
        assertThat(impact().movedFlowsPercent()).as("of the one that serves").isEqualTo(25);
    }

    @Test
    void aNewPoolHasItsNameAndNoFlows() {
        create("pool", "pool-new", "'algorithm': 'MAGLEV'");
        create("backend", "new-0", backendOf("pool-new"));
        assertThat(impact().pools()).containsExactly(new PoolImpact("pool-new", 0, List.of()));
        assertThat(impact().backendsAdded()).isEqualTo(1);
        assertThat(impact().movedFlowsPercent()).isZero();
    }

    @Test
    void underAnotherAlgorithmAllChooseAnew() {
        update("pool-shop", before -> before.put("algorithm", "SOURCE_IP"));
        assertThat(impact().pools()).containsExactly(new PoolImpact("pool-shop", 75, List.of()));
        assertThat(impact().movedFlowsPercent()).isEqualTo(37.5);
    }
}
