package dev.carom.controlplane.api;

import dev.carom.controlplane.api.Api.Answer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A small site of its own in the shared database: a group, a node, a VIP, a pool; names and addresses are nobody else's. */
record Site(Api api, int number, String group, String node, String vip, String pool) {
    private static final int MOST = 255;

    /** Longer than any run: what one test leaves departing is not removed, by a revision, in the middle of another. */
    static final Duration DRAIN = Duration.ofDays(1);

    private static final AtomicInteger SITES = new AtomicInteger();

    static Site create(Api api) {
        int number = SITES.incrementAndGet();
        if (number > MOST) {
            throw new IllegalStateException(
                    "10.0.0.0/8 has a /16 for each of " + MOST + " sites: let tests share theirs");
        }
        String group =
                api.post("/node-groups", """
                {"name": "group-%1$d", "networks": [
                  {"name": "servers", "interfaceSelector": "eth0", "subnets": ["10.%1$d.0.0/24", "2001:db8:%1$d::/64"],
                   "gateways": ["10.%1$d.0.1"], "role": "BACKEND"},
                  {"name": "clients", "interfaceSelector": "eth1", "subnets": ["10.%1$d.1.0/24"], "role": "CLIENT"}]}
                """.formatted(number)).expect(201).id();
        String node =
                api.post("/nodes", """
                {"name": "node-%1$d", "nodeGroupId": "%2$s", "addresses": ["10.%1$d.0.11"]}
                """.formatted(number, group)).expect(201).id();
        String vip = api.post("/vips", """
                {"name": "vip-%1$d", "nodeGroupId": "%2$s", "address": "10.%1$d.0.100"}
                """.formatted(number, group)).expect(201).id();
        String pool = api.post("/pools", """
                {"name": "pool-%d", "drainTimeoutMs": %d}
                """.formatted(number, DRAIN.toMillis()))
                .expect(201)
                .id();
        return new Site(api, number, group, node, vip, pool);
    }

    String address(int host) {
        return "10." + number + ".0." + host;
    }

    Answer listen(String ports) {
        return api.post(
                "/vips/" + vip + "/listeners",
                "{\"name\": \"on-%1$s\", \"ports\": [\"%1$s\"], \"poolId\": \"%2$s\"}".formatted(ports, pool));
    }

    Answer backend(String name, String address) {
        return api.post(
                "/pools/" + pool + "/backends", "{\"name\": \"%s\", \"address\": \"%s\"}".formatted(name, address));
    }
}
