package dev.carom.controlplane.pool;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

public interface HealthMonitorRepository
        extends JpaRepository<HealthMonitor, UUID>, JpaSpecificationExecutor<HealthMonitor> {}
