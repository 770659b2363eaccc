package dev.carom.controlplane.pool;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

public interface PoolRepository extends JpaRepository<Pool, UUID>, JpaSpecificationExecutor<Pool> {}
