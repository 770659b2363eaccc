package dev.carom.lab.demo;

import dev.carom.lab.client.Client;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.Service;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.topology.HostName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two more services beside the one that was proved, and living traffic to all three: what the console shows. */
public record Showcase(List<Service> services, LivingTraffic traffic) {
    private static final List<ServicePlan> MORE = List.of(
            new ServicePlan("shop", "10.0.0.101", 80, Map.of(HostName.BACKEND1, 1, HostName.BACKEND2, 1)),
            new ServicePlan("docs", "2001:db8:1::102", 80, Map.of(HostName.BACKEND2, 2, HostName.BACKEND3, 1)));

    /** It all ends with the lab. */
    public static Showcase start(Deployment deployment, ServicePlan proved) {
        List<Service> services = new ArrayList<>();
        List<Client> clients = new ArrayList<>(List.of(client(deployment, proved)));
        for (ServicePlan plan : MORE) {
            deployment.lab().addVipToBackends(plan.vip());
            services.add(Service.create(deployment, plan));
            clients.add(client(deployment, plan));
        }
        return new Showcase(List.copyOf(services), deployment.lab().own(LivingTraffic.start(clients)));
    }

    private static Client client(Deployment deployment, ServicePlan plan) {
        return new Client(deployment.lab().host(HostName.CLIENT), plan.vip(), plan.port());
    }
}
