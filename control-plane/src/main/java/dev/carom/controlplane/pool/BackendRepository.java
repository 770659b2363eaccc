package dev.carom.controlplane.pool;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

public interface BackendRepository extends JpaRepository<Backend, UUID>, JpaSpecificationExecutor<Backend> {
    /** Those that depart too: their flows are still theirs. */
    List<Backend> findByPoolIdIn(Collection<UUID> poolIds);

    boolean existsByDepartingTrueAndDrainDeadlineLessThanEqual(Instant now);

    List<Backend> findByDepartingTrueAndDrainDeadlineLessThanEqual(Instant now);

    @Modifying
    @Query("delete from Backend b where b.poolId = :pool")
    void deleteByPool(UUID pool);
}
