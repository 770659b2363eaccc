package dev.carom.controlplane.config.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.carom.controlplane.config.Revision;
import dev.carom.controlplane.config.RevisionChange;
import java.util.List;

/** A revision with what it changed. */
record RevisionDetail(@JsonUnwrapped Revision revision, List<RevisionChange> changes) {}
