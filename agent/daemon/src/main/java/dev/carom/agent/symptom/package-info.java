/** What the data path counts and the neighbours hear, read as findings: each with evidence and a remedy, closed again. */
@NullMarked
package dev.carom.agent.symptom;

import org.jspecify.annotations.NullMarked;
