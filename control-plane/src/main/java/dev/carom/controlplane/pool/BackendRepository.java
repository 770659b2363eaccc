package dev.carom.controlplane.pool;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

public interface BackendRepository extends JpaRepository<Backend, UUID>, JpaSpecificationExecutor<Backend> {
    /** Those that depart too: their flows are still theirs. */
    List<Backend> findByPoolIdIn(Collection<UUID> poolIds);
}
