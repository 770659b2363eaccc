package dev.carom.controlplane.rest;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Half a surrogate pair is no character: neither a database nor a digest can take it (RFC 8259 8.2). */
final class WholeTexts extends StringDeserializer {
    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && text.codePoints().anyMatch(WholeTexts::isHalf)) {
            context.handleWeirdStringValue(String.class, text, "half a surrogate pair");
        }
        return text;
    }

    private static boolean isHalf(int codePoint) {
        return Character.MIN_SURROGATE <= codePoint && codePoint <= Character.MAX_SURROGATE;
    }
}
