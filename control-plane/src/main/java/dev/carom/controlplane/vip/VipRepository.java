package dev.carom.controlplane.vip;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

public interface VipRepository extends JpaRepository<Vip, UUID>, JpaSpecificationExecutor<Vip> {
    List<Vip> findByNodeGroupId(UUID nodeGroupId);
}
