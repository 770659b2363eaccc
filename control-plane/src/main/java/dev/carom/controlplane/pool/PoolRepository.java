package dev.carom.controlplane.pool;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

public interface PoolRepository extends JpaRepository<Pool, UUID>, JpaSpecificationExecutor<Pool> {
    @Query("select p.name from Pool p where p.healthMonitorId = :monitor order by p.name limit 10")
    List<String> namesByHealthMonitor(UUID monitor);

    @Query("select p.name from Pool p where p.fallbackPoolId = :fallback order by p.name limit 10")
    List<String> namesByFallback(UUID fallback);
}
