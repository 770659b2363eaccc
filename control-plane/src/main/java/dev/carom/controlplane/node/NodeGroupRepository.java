package dev.carom.controlplane.node;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

public interface NodeGroupRepository extends JpaRepository<NodeGroup, UUID>, JpaSpecificationExecutor<NodeGroup> {}
