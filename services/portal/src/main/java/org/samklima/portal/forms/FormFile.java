package org.samklima.portal.forms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file in which a report form travels: JSON, described in {@code docs/report-form-file.md} and, for machines, in
 * {@code forms/report-form.schema.json}. What is written is read back equal, and written again byte for byte the same.
 */
public final class FormFile {

    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 2 * 1024 * 1024;

    private static final int DEEPEST = 20;
    private static final int LONGEST_NUMBER = 40;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(LARGEST)
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private FormFile() {}

    /**
     * Reads a file that anybody may have written.
     *
     * @throws InvalidForm with every flaw found: of the JSON, else against the schema, else of meaning
     */
    public static ReportForm read(byte[] file) {
        var json = parse(file);
        var flaws = new ArrayList<>(unreasonableNumbers(json, ""));
        if (flaws.isEmpty()) {
            flaws.addAll(FormSchema.flaws(json));
        }
        if (!flaws.isEmpty()) {
            throw new InvalidForm(flaws);
        }
        return FormReader.read(json);
    }

    /**
     * The same, and of a file without end no more than the largest that is read.
     *
     * @throws InvalidForm as above
     * @throws IOException if the stream breaks off
     */
    public static ReportForm read(InputStream file) throws IOException {
        return read(file.readNBytes(LARGEST + 1));
    }

    /** The JSON Schema of the file (draft 2020-12), for those who write forms. */
    public static String schema() {
        return FormSchema.text();
    }

    /** Reads what {@link #write} wrote, and believes it. */
    static ReportForm readOwn(String content) {
        return FormReader.read(JSON.readTree(content));
    }

    /** In UTF-8 with line feeds, ending with one. */
    public static byte[] write(ReportForm form) {
        var file = new ByteArrayOutputStream();
        JSON.writerWithDefaultPrettyPrinter().writeValue(file, form);
        file.write('\n');
        return file.toByteArray();
    }

    private static JsonNode parse(byte[] file) {
        if (file.length > LARGEST) {
            throw invalid("file-too-large", LARGEST / 1024 / 1024);
        }
        try {
            var json = JSON.readTree(file);
            if (json.isMissingNode()) {
                throw invalid("not-json", "1", "1");
            }
            return json;
        } catch (StreamConstraintsException tooMuch) {
            throw invalid("file-beyond-limits", DEEPEST, LONGEST_NUMBER);
        } catch (JacksonException notJson) {
            var location = notJson.getLocation();
            throw invalid(
                    "not-json",
                    String.valueOf(Math.max(1, location.getLineNr())),
                    String.valueOf(Math.max(1, location.getColumnNr())));
        }
    }

    private static InvalidForm invalid(String reason, Object... arguments) {
        return new InvalidForm(List.of(Flaw.of("", reason, arguments)));
    }

    /** Numbers like 1e999999999 are short to write, and would fill the memory when a rule reckons with them. */
    private static List<Flaw> unreasonableNumbers(JsonNode json, String pointer) {
        var flaws = new ArrayList<Flaw>();
        if (json.isNumber() && !Decimals.isReasonable(json.decimalValue())) {
            flaws.add(Flaw.of(pointer, "number-beyond-limits"));
        }
        json.properties()
                .forEach(member -> flaws.addAll(
                        unreasonableNumbers(member.getValue(), pointer + "/" + FormSchema.escaped(member.getKey()))));
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                flaws.addAll(unreasonableNumbers(json.get(i), pointer + "/" + i));
            }
        }
        return flaws;
    }
}
