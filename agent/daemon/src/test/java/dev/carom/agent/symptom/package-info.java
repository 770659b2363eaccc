@NullMarked
package dev.carom.agent.symptom;

import org.jspecify.annotations.NullMarked;
