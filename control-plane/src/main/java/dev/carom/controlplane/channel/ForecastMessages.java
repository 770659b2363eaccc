package dev.carom.controlplane.channel;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.AddedBackend;
import dev.carom.contract.v1.AdminState;
import dev.carom.contract.v1.AlteredBackend;
import dev.carom.contract.v1.Backend;
import dev.carom.contract.v1.BackendKind;
import dev.carom.contract.v1.WhatIfOrder;
import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.command.Flow;
import dev.carom.controlplane.command.Forecast;
import dev.carom.controlplane.command.Order;
import dev.carom.controlplane.command.ProposedBackend;
import java.util.UUID;

/** Changes that are only asked about for the wire, and what comes of them from it. */
final class ForecastMessages {
    private ForecastMessages() {}

    static WhatIfOrder order(Order.Foretell order) {
        WhatIfOrder.Builder message = WhatIfOrder.newBuilder();
        for (ProposedBackend change : order.changes()) {
            switch (change) {
                case ProposedBackend.Altered altered -> message.addAltered(altered(altered));
                case ProposedBackend.Removed(UUID backend) ->
                    message.addAltered(AlteredBackend.newBuilder()
                            .setBackendId(Ids.toBytes(backend))
                            .setState(AdminState.ADMIN_STATE_DEPARTING));
                case ProposedBackend.Added(UUID pool, IpAddress address, int weight) ->
                    message.addAdded(AddedBackend.newBuilder()
                            .setPoolId(Ids.toBytes(pool))
                            .setBackend(added(address, weight)));
            }
        }
        Flow flow = order.flow();
        if (flow != null) {
            message.setFlow(ExplanationMessages.order(flow));
        }
        return message.build();
    }

    private static AlteredBackend.Builder altered(ProposedBackend.Altered change) {
        AlteredBackend.Builder message = AlteredBackend.newBuilder().setBackendId(Ids.toBytes(change.backend()));
        if (change.state() != null) {
            message.setState(Twins.of(AdminState.class, "ADMIN_STATE", change.state()));
        }
        if (change.weight() != null) {
            message.setWeight(change.weight());
        }
        return message;
    }

    /** Any id will do: the share of flows that it takes hardly depends on it. */
    private static Backend.Builder added(IpAddress address, int weight) {
        return Backend.newBuilder()
                .setId(Ids.toBytes(UUID.randomUUID()))
                .setName(address.toString())
                .setAddress(ByteString.copyFrom(address.toBytes()))
                .setWeight(weight)
                .setState(AdminState.ADMIN_STATE_ENABLED)
                .setKind(BackendKind.BACKEND_KIND_LOOPBACK);
    }

    static Forecast toDomain(dev.carom.contract.v1.Forecast message) {
        return new Forecast(
                message.getFlows(),
                message.getMoved(),
                message.getChosenElsewhere(),
                message.getBackendsList().stream()
                        .map(share -> new Forecast.Share(
                                Ids.fromBytes(share.getBackendId()),
                                share.getName(),
                                share.getHolds(),
                                share.getWouldHold(),
                                share.getTakes(),
                                share.getWouldTake()))
                        .toList(),
                message.hasNow() ? ExplanationMessages.toDomain(message.getNow()) : null,
                message.hasThen() ? ExplanationMessages.toDomain(message.getThen()) : null,
                message.hasId() ? message.getId().getRevision() : null);
    }
}
