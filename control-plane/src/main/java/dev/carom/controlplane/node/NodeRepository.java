package dev.carom.controlplane.node;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

public interface NodeRepository extends JpaRepository<Node, UUID>, JpaSpecificationExecutor<Node> {
    List<Node> findByNodeGroupId(UUID nodeGroupId);

    Optional<Node> findByName(String name);
}
