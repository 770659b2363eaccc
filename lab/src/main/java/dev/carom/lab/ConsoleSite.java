package dev.carom.lab;

import dev.carom.lab.demo.Showcase;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.Service;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.topology.HostName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the browser tests and the screenshots run against: the demo's network, control plane, agents and living traffic.
 * Prints one line of JSON that says where everything is, and removes it all when its standard input ends.
 */
public final class ConsoleSite {
    private static final ServicePlan WEB = new ServicePlan(
            "web", "10.0.0.100", 80, Map.of(HostName.BACKEND1, 1, HostName.BACKEND2, 2, HostName.BACKEND3, 3));

    private ConsoleSite() {}

    public static void main(String[] arguments) throws IOException {
        try (Lab lab = Lab.start(LabOptions.defaults())) {
            lab.addVipToBackends(WEB.vip());
            Deployment deployment = Deployment.start(lab, 0, System.err::println);
            Service.create(deployment, WEB);
            Showcase.start(deployment, WEB);
            System.out.println(JsonMapper.shared().writeValueAsString(describe(deployment)));
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static Map<String, Object> describe(Deployment deployment) {
        Map<String, Object> hosts = new LinkedHashMap<>();
        for (Host host : deployment.lab().hosts()) {
            hosts.put(
                    host.name().label(),
                    Map.of("namespace", host.namespace().name(), "ipv4", host.ipv4(), "mac", host.mac()));
        }
        Map<String, Object> site = new LinkedHashMap<>();
        site.put("address", deployment.controlPlane().address().toString());
        site.put("password", deployment.controlPlane().password());
        site.put("token", deployment.controlPlane().token());
        site.put("controlPlaneProcess", deployment.controlPlane().pid());
        site.put("nodeGroupId", deployment.nodeGroupId());
        site.put("hosts", hosts);
        return site;
    }
}
