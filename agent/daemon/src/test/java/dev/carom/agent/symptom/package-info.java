@org.jspecify.annotations.NullMarked
package dev.carom.agent.symptom;
