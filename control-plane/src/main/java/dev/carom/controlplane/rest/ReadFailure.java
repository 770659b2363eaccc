package dev.carom.controlplane.rest;

import dev.carom.controlplane.problem.Violation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in the caller's words why a document could not be read. */
final class ReadFailure {
    private static final Set<String> PORT_TRANSLATION = Set.of(
            "port", "ports", "targetport", "backendport", "serverport", "destinationport", "portmap", "portmapping");
    private static final Set<String> LAYER_7 = Set.of(
            "url",
            "uri",
            "path",
            "cookie",
            "cookies",
            "tls",
            "ssl",
            "certificate",
            "certificates",
            "sni",
            "host",
            "hostname",
            "hosts",
            "header",
            "headers",
            "redirect",
            "rewrite",
            "stickycookie",
            "sessioncookie",
            "alpn");
    private static final Set<String> LAYER_7_PROTOCOLS =
            Set.of("HTTP", "HTTPS", "HTTP2", "HTTP3", "TLS", "SSL", "GRPC", "WEBSOCKET", "QUIC");

    private ReadFailure() {}

    static Violation explain(JacksonException failure) {
        String pointer = failure.getPath().stream().map(ReadFailure::step).collect(Collectors.joining());
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> unknown(pointer, unknown);
            case InvalidFormatException format
            when format.getTargetType() != null && format.getTargetType().isEnum() -> choice(pointer, format);
            case InvalidFormatException format
            when format.getTargetType() == String.class && format.getValue() instanceof String ->
                new Violation(
                        pointer,
                        "INVALID_VALUE",
                        "The text has half a surrogate pair in it, which is no character: write both halves or neither.");
            case ValueInstantiationException value
            when value.getCause() instanceof IllegalArgumentException cause ->
                new Violation(pointer, "INVALID_VALUE", sentence(String.valueOf(cause.getMessage())));
            case DatabindException ignored ->
                new Violation(
                        pointer,
                        "INVALID_TYPE",
                        "The value has the wrong type here: see the OpenAPI document for the one that is asked for.");
            default -> new Violation("", "MALFORMED_JSON", malformed(failure.getLocation()));
        };
    }

    private static String malformed(@Nullable TokenStreamLocation at) {
        String place = at == null ? "" : ": reading stopped at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return "The body is not one well-formed JSON document of sensible depth" + place + ".";
    }

    private static String step(JacksonException.Reference reference) {
        String name = reference.getPropertyName();
        return "/"
                + (name == null ? reference.getIndex() : name.replace("~", "~0").replace("/", "~1"));
    }

    private static Violation unknown(String pointer, UnrecognizedPropertyException unknown) {
        String name = unknown.getPropertyName();
        String folded = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String owner = unknown.getReferringClass().getSimpleName();
        if (PORT_TRANSLATION.contains(folded) && !(owner.equals("ListenerSpec") && folded.equals("port"))) {
            return new Violation(
                    pointer,
                    "PORT_TRANSLATION_UNSUPPORTED",
                    "Ports cannot be translated: with direct server return the packet reaches the server as the client sent it, and only its MAC addresses change. Leave "
                            + name + " out, and let the server listen on the listener's own ports.");
        }
        if (LAYER_7.contains(folded)) {
            return layer7(pointer, name);
        }
        String known = unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
        return new Violation(
                pointer,
                "UNKNOWN_PROPERTY",
                "There is no property " + name + " here; there are " + known
                        + ". Nothing is ignored: remove or correct it.");
    }

    private static Violation choice(String pointer, InvalidFormatException format) {
        String value = String.valueOf(format.getValue());
        if (pointer.equals("/protocol") && LAYER_7_PROTOCOLS.contains(value.toUpperCase(Locale.ROOT))) {
            return layer7(pointer, value);
        }
        String choices = Arrays.stream(format.getTargetType().getEnumConstants())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return new Violation(pointer, "INVALID_VALUE", "The value is one of " + choices + ", in capital letters.");
    }

    private static Violation layer7(String pointer, String name) {
        return new Violation(
                pointer,
                "LAYER7_UNSUPPORTED",
                "Carom works on layer 4: with direct server return the answer never passes the balancer, so it can neither end TLS nor see requests ("
                        + name + "). Leave it out, and do it on the servers, or on a proxy behind the VIP.");
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }
}
