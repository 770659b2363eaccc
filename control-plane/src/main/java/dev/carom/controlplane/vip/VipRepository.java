package dev.carom.controlplane.vip;

import dev.carom.controlplane.address.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

public interface VipRepository extends JpaRepository<Vip, UUID>, JpaSpecificationExecutor<Vip> {
    List<Vip> findByNodeGroupId(UUID nodeGroupId);

    Optional<Vip> findByAddress(IpAddress address);

    @Query("select v.name from Vip v where v.nodeGroupId = :nodeGroup order by v.name limit 10")
    List<String> namesByNodeGroup(UUID nodeGroup);

    @Query("select v.name from Vip v where v.nodeGroupId = :nodeGroup and v.vrid = :vrid order by v.name limit 10")
    List<String> namesByVirtualRouter(UUID nodeGroup, int vrid);
}
