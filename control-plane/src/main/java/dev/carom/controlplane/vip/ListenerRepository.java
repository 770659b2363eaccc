package dev.carom.controlplane.vip;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

public interface ListenerRepository extends JpaRepository<Listener, UUID>, JpaSpecificationExecutor<Listener> {
    List<Listener> findByVipIdIn(Collection<UUID> vipIds);
}
