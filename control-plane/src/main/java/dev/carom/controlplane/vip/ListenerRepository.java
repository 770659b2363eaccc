package dev.carom.controlplane.vip;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

public interface ListenerRepository extends JpaRepository<Listener, UUID>, JpaSpecificationExecutor<Listener> {
    List<Listener> findByVipIdIn(Collection<UUID> vipIds);

    @Query("""
            select concat('listener ', l.name, ' of VIP ', v.name) from Listener l join Vip v on v.id = l.vipId
            where l.poolId = :pool order by v.name, l.name limit 10
            """)
    List<String> describeByPool(UUID pool);

    @Modifying
    @Query("delete from Listener l where l.vipId = :vip")
    void deleteByVip(UUID vip);
}
