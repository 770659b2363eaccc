package dev.carom.agent.symptom;

/** One kind of trouble that shows in what a node counts. Looks by the symptoms' thread alone. */
public interface Symptom {
    void look(Sight sight);
}
