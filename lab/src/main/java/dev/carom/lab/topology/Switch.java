package dev.carom.lab.topology;

import java.util.List;

/** A bridge and the wires that end on it. */
public record Switch(String bridge, List<Link> links) {}
