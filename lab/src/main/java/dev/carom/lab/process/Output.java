package dev.carom.lab.process;

/**
 * What a program left when it ended.
 *
 * @param status its exit status; above 128 for a signal
 */
public record Output(int status, String out, String err) {

    public boolean succeeded() {
        return status == 0;
    }
}
