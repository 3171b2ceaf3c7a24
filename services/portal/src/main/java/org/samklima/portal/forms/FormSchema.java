package org.samklima.portal.forms;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The shape of the report form file: its JSON Schema, and what of a file does not keep to it, in our own words. */
final class FormSchema {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text());

    private FormSchema() {}

    /** The schema itself, for those who write forms. */
    static String text() {
        try (var schema =
                Objects.requireNonNull(FormSchema.class.getResourceAsStream("/forms/report-form.schema.json"))) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Flaw> flaws(JsonNode json) {
        var errors = SCHEMA.validate(json);
        var withoutKind = errors.stream()
                .flatMap(error -> questionWithoutKind(error).stream())
                .collect(Collectors.toSet());
        return errors.stream()
                .filter(error -> !isNoise(error, withoutKind))
                .map(FormSchema::flaw)
                .distinct()
                .toList();
    }

    private static Set<String> questionWithoutKind(Error error) {
        var pointer = pointer(error);
        if (pointer.endsWith("/kind")) {
            return Set.of(pointer.substring(0, pointer.lastIndexOf('/')));
        }
        return error.getKeyword().equals("required") && "kind".equals(error.getProperty()) ? Set.of(pointer) : Set.of();
    }

    /** Where the kind is missing or unknown, no member suits it; to say so of each helps nobody. */
    private static boolean isNoise(Error error, Set<String> questionsWithoutKind) {
        var pointer = pointer(error);
        return error.getKeyword().equals("false")
                && questionsWithoutKind.contains(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static Flaw flaw(Error error) {
        var pointer = pointer(error);
        var allowed = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "additionalProperties" -> Flaw.of(member(error), "schema.unknown-member", error.getProperty());
            case "propertyNames" -> Flaw.of(member(error), "schema.pattern.language");
            case "false" -> Flaw.of(pointer, "schema.not-of-this-kind");
            case "required" -> Flaw.of(pointer, "schema.required", error.getProperty());
            case "type" -> Flaw.of(pointer, "schema.type." + allowed.stringValue());
            case "pattern" -> Flaw.of(pointer, "schema.pattern." + patternName(allowed.stringValue()));
            case "minProperties" ->
                Flaw.of(pointer, allowed.intValue() == 1 ? "schema.no-text" : "schema.one-condition");
            case "maxProperties" -> Flaw.of(pointer, "schema.one-condition");
            case "enum" ->
                Flaw.of(
                        pointer,
                        "schema.enum",
                        allowed.valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")));
            case String keyword -> Flaw.of(pointer, "schema." + keyword, allowed.asString());
        };
    }

    private static String patternName(String pattern) {
        return switch (pattern) {
            case "^[a-z0-9][a-z0-9-]{0,59}$" -> "code";
            case "^[a-z]{2}$" -> "language";
            case "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f]*$" -> "characters";
            default -> "blank";
        };
    }

    private static String pointer(Error error) {
        return error.getInstanceLocation().toString();
    }

    private static String member(Error error) {
        return pointer(error) + "/" + escaped(error.getProperty());
    }

    /** A member's name as it is written in a JSON Pointer. */
    static String escaped(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }
}
