package dev.carom.lab.demo;

/**
 * Something that the demo says, and whether it was so.
 *
 * @param evidence the figures behind it, in a few words
 */
public record Claim(String text, boolean held, String evidence) {}
