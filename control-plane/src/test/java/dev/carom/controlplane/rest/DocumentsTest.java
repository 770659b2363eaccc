package dev.carom.controlplane.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.UnreadableDocument;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DocumentsTest {
    private static final JsonMapper JSON = strict();

    enum Colour {
        RED,
        GREEN
    }

    record Part(
            @Schema(requiredMode = RequiredMode.REQUIRED) String name,
            @Schema(defaultValue = "7") int size) {}

    record Thing(
            @Schema(requiredMode = RequiredMode.REQUIRED) String name,
            @Schema(defaultValue = "{}") Map<String, String> labels,
            @Schema(defaultValue = "GREEN") Colour colour,
            @Schema(defaultValue = "true") boolean round,
            @Schema(defaultValue = "[]") List<Part> parts,
            @Schema(description = "Optional.") @Nullable Part spare) {}

    private final Documents documents = new Documents(JSON);

    @Test
    void whatIsLeftOutHasItsDefaultInEveryDepth() {
        assertThat(read("{'name':'a','parts':[{'name':'p'}],'spare':{'name':'s','size':1}}"))
                .isEqualTo(new Thing("a", Map.of(), Colour.GREEN, true, List.of(new Part("p", 7)), new Part("s", 1)));
    }

    /** The rules of RFC 7396, with null as the way back to the default. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'colour':'RED'}                | {'round':false}            | RED   | false | {k=v}
            {'colour':'RED'}                | {'colour':null}            | GREEN | true  | {k=v}
            {'labels':{'a':'b'}}            | {'labels':{'c':'d'}}       | GREEN | true  | {a=b, c=d, k=v}
            {'labels':{'a':'b','c':'d'}}    | {'labels':{'a':null}}      | GREEN | true  | {c=d, k=v}
            {}                              | {'labels':null}            | GREEN | true  | {}
            """)
    void aPatchChangesWhatItNames(String before, String patch, Colour colour, boolean round, String labels) {
        ObjectNode tree = (ObjectNode) JSON.readTree("{\"name\":\"a\",\"labels\":{\"k\":\"v\"}}");
        MergePatch.apply(tree, (ObjectNode) JSON.readTree(before.replace('\'', '"')));
        Thing current = documents.read(new Document<Thing>(tree), Thing.class);
        Thing patched = documents.merge(current, document(patch), Thing.class);
        assertThat(patched.colour()).isEqualTo(colour);
        assertThat(patched.round()).isEqualTo(round);
        assertThat(new TreeMap<>(patched.labels())).hasToString(labels);
    }

    @Test
    void everythingRequiredIsNamedAtOnce() {
        assertThatThrownBy(() -> read("{'parts':[{},{'name':null}]}"))
                .isInstanceOfSatisfying(
                        InvalidResource.class,
                        e -> assertThat(e.violations())
                                .extracting(violation -> violation.pointer() + " " + violation.code())
                                .containsExactly("/name REQUIRED", "/parts/0/name REQUIRED", "/parts/1/name REQUIRED"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'name':'a','size':1}                        | UNKNOWN_PROPERTY             | /size
            {'name':'a','parts':[{'name':'p','x':1}]}    | UNKNOWN_PROPERTY             | /parts/0/x
            {'name':'a','port':80}                       | PORT_TRANSLATION_UNSUPPORTED | /port
            {'name':'a','cookie':'c'}                    | LAYER7_UNSUPPORTED           | /cookie
            {'name':'a','colour':'BLUE'}                 | INVALID_VALUE                | /colour
            {'name':'a','round':'true'}                  | INVALID_TYPE                 | /round
            {'name':'a','parts':[{'name':'p','size':1.5}]} | INVALID_TYPE               | /parts/0/size
            {'name':'a','parts':{}}                      | INVALID_TYPE                 | /parts
            {'name':1}                                   | INVALID_TYPE                 | /name
            {'name':'half \\ud83d'}                      | INVALID_VALUE                | /name
            """)
    void whatCannotBeReadIsPointedAt(String body, String code, String pointer) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(UnreadableDocument.class, e -> {
            assertThat(e.violation().code()).isEqualTo(code);
            assertThat(e.violation().pointer()).isEqualTo(pointer);
        });
    }

    private static JsonMapper strict() {
        JsonMapper.Builder builder = JsonMapper.builder();
        new StrictJson().customize(builder);
        return builder.build();
    }

    private Thing read(String body) {
        return documents.read(document(body), Thing.class);
    }

    private static Document<Thing> document(String body) {
        return new Document<>((ObjectNode) JSON.readTree(body.replace('\'', '"')));
    }
}
