package dev.carom.controlplane.rollout;

import java.util.Map;
import java.util.UUID;

/**
 * How far resources have come.
 *
 * @param resources one for each that was asked for
 * @param nodes of each group that is to have one of them, their names by their ids
 */
public record Provisioned(Map<UUID, Provisioning> resources, Map<UUID, Map<UUID, String>> nodes) {}
