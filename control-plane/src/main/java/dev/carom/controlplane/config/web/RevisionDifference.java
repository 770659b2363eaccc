package dev.carom.controlplane.config.web;

import dev.carom.controlplane.config.RevisionChange;
import java.util.List;

/** What makes one revision the other; each change is the sum of all between. */
record RevisionDifference(long from, long to, List<RevisionChange> changes) {}
