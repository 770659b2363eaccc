package dev.carom.agent.controlplane;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.FlowQuestion;
import dev.carom.agent.forwarding.ProposedChange;
import dev.carom.contract.v1.AddedBackend;
import dev.carom.contract.v1.AdminState;
import dev.carom.contract.v1.AlteredBackend;
import dev.carom.contract.v1.WhatIfOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads changes that are only asked about. */
final class ProposalReader {
    private ProposalReader() {}

    /** @throws InvalidProtocolBufferException if an id or an address is none */
    static Order.WhatIf read(WhatIfOrder order) throws InvalidProtocolBufferException {
        try {
            List<ProposedChange> changes = new ArrayList<>();
            order.getAlteredList().forEach(altered -> changes.add(altered(altered)));
            order.getAddedList().forEach(added -> changes.add(added(added)));
            Optional<FlowQuestion> flow = order.hasFlow() ? Optional.of(Order.flow(order.getFlow())) : Optional.empty();
            return new Order.WhatIf(List.copyOf(changes), flow);
        } catch (RuntimeException unreadable) {
            throw new InvalidProtocolBufferException(unreadable.getMessage());
        }
    }

    private static ProposedChange altered(AlteredBackend altered) {
        Optional<DesiredState.AdminState> state = altered.getState() == AdminState.ADMIN_STATE_UNSPECIFIED
                ? Optional.empty()
                : Optional.of(Reading.named(
                        altered.getState(), DesiredState.AdminState.class, DesiredState.AdminState.ENABLED));
        OptionalInt weight = altered.hasWeight() ? OptionalInt.of(altered.getWeight()) : OptionalInt.empty();
        return new ProposedChange.Altered(Uuids.of(altered.getBackendId()), state, weight);
    }

    private static ProposedChange added(AddedBackend added) {
        return new ProposedChange.Added(Uuids.of(added.getPoolId()), PoolReader.backend(added.getBackend()));
    }
}
