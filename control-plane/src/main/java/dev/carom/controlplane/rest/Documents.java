package dev.carom.controlplane.rest;

import dev.carom.controlplane.problem.UnreadableDocument;
import dev.carom.controlplane.problem.Violations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/** Reads request bodies strictly: no unknown property, no number for a text, every required property there. */
@Component
public class Documents {
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private final JsonMapper json;

    Documents(JsonMapper json) {
        this.json = json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(Documents::nothingOfAnEmptyText)
                .withCoercionConfig(LogicalType.Textual, Documents::textsOnly)
                .build();
    }

    /** An empty text is no id: Jackson would make a null of it that no record expects. */
    private static void nothingOfAnEmptyText(MutableCoercionConfig all) {
        all.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }

    private static void textsOnly(MutableCoercionConfig texts) {
        texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    /** A whole document: what it leaves out has its default. */
    public <S extends Record> S read(Document<S> document, Class<S> type) {
        return convert(document.tree().deepCopy(), type);
    }

    /** The same document with every property: what it leaves out has its default. */
    public <S extends Record> ObjectNode complete(Document<S> document, Class<S> type) {
        return json.valueToTree(read(document, type));
    }

    /** JSON Merge Patch (RFC 7396): null takes a property back to its default. */
    public <S extends Record> S merge(S current, Document<S> patch, Class<S> type) {
        ObjectNode tree = json.valueToTree(current);
        MergePatch.apply(tree, patch.tree());
        return convert(tree, type);
    }

    private <S extends Record> S convert(ObjectNode tree, Class<S> type) {
        Violations violations = new Violations();
        Defaults.fill(tree, type, "", violations);
        violations.refuse();
        try {
            return json.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw new UnreadableDocument(ReadFailure.explain(e), e);
        }
    }
}
