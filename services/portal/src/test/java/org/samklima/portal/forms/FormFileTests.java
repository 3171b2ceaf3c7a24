package org.samklima.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.samklima.portal.forms.Ask.text;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.published.MemberKind;
import tools.jackson.databind.json.JsonMapper;

class FormFileTests {

    private static final String SMALLEST = """
            {
              "format": "samklima-report-form/1",
              "code": "small",
              "title": {
                "en": "Small"
              },
              "languages": [
                "en"
              ],
              "sections": [
                {
                  "code": "s",
                  "title": {
                    "en": "Only"
                  },
                  "questions": [
                    {
                      "code": "q",
                      "kind": "yes-no",
                      "text": {
                        "en": "Is it?"
                      }
                    }
                  ]
                }
              ]
            }
            """;

    @Test
    void the_smallest_form_leaves_out_what_goes_without_saying() {
        var form = FormFile.read(bytes(SMALLEST));
        assertThat(FormFile.write(form)).asString(StandardCharsets.UTF_8).isEqualTo(SMALLEST);
        var question = form.questions().getFirst();
        assertThat(question.memberKinds()).isEqualTo(Set.of(MemberKind.values()));
        assertThat(question.visibility()).isEqualTo(Visibility.NETWORK);
        assertThat(question.required() || question.gate() || question.notApplicableAllowed())
                .isFalse();
    }

    @Test
    void every_kind_and_setting_is_written_and_read_back_equal() {
        var form = everything();
        var file = FormFile.write(form);
        assertThat(FormFile.read(file)).isEqualTo(form);
        assertThat(FormFile.write(FormFile.read(file))).isEqualTo(file);
    }

    @Test
    void inside_another_document_a_form_has_the_shape_of_its_file() {
        var form = everything();
        var json = JsonMapper.shared().writeValueAsString(List.of(form));
        assertThat(JsonMapper.shared().readTree(json).get(0))
                .isEqualTo(JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(form)));
        assertThat(JsonMapper.shared().readValue(json, ReportForm[].class)).containsExactly(form);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "samklima-report-form/1"      | "samklima-report-form/2"                  | /format                                            | schema.const
                    "small"                       | "Small form"                              | /code                                              | schema.pattern.code
                    "code": "small",              |                                           |                                                    | schema.required
                    "languages"                   | "tongues"                                 | /tongues                                           | schema.unknown-member
                    "languages"                   | "a/b~c"                                   | /a~1b~0c                                           | schema.unknown-member
                    "en": "Small"                 | "english": "Small"                        | /title/english                                     | schema.pattern.language
                    "en": "Small"                 | "en": ""                                  | /title/en                                          | schema.pattern.blank
                    "en": "Small"                 | "en": "a\\u0000b"                         | /title/en                                          | schema.pattern.characters
                    "en": "Small"                 | "en": "\\u2003 \\n"                         | /title/en                                          | schema.pattern.blank
                    "en": "Small"                 | "en": 5                                   | /title/en                                          | schema.type.string
                    "en": "Small"                 |                                           | /title                                             | schema.no-text
                    "code": "q",                  | "code": "q", "required": "yes",           | /sections/0/questions/0/required                   | schema.type.boolean
                    "code": "q",                  | "code": "q", "points": 1e5,               | /sections/0/questions/0/points                     | schema.maximum
                    "code": "q",                  | "code": "q", "points": -1e5,              | /sections/0/questions/0/points                     | schema.minimum
                    "code": "q",                  | "code": "q", "points": 0.001,             | /sections/0/questions/0/points                     | schema.multipleOf
                    "code": "q",                  | "code": "q", "points": 1e-999999999,      | /sections/0/questions/0/points                     | number-beyond-limits
                    "code": "q",                  | "code": "q", "options": [{}],             | /sections/0/questions/0/options                    | schema.not-of-this-kind
                    "code": "q",                  | "code": "q", "visibility": "all",         | /sections/0/questions/0/visibility                 | schema.enum
                    "code": "q",                  | "code": "q", "memberKinds": [],           | /sections/0/questions/0/memberKinds                | schema.minItems
                    "yes-no"                      | "percentage", "decimals": 1.5             | /sections/0/questions/0/decimals                   | schema.type.integer
                    "yes-no"                      | "one-of"                                  | /sections/0/questions/0                            | schema.required
                    "code": "q",                  | "code": "q", "shownOnlyIf": {"question": "q"},  | /sections/0/questions/0/shownOnlyIf          | schema.one-condition
                    "code": "q",                  | "code": "q", "shownOnlyIf": {"question": "q", "says": "yes", "answered": true},  | /sections/0/questions/0/shownOnlyIf | schema.one-condition
                    "code": "q",                  | "code": "q", "shownOnlyIf": {"question": "q", "says": "yes"},  | /sections/0/questions/0/shownOnlyIf/question | condition-cycle
                    """)
    void what_is_wrong_is_said_with_a_pointer_and_a_code(
            String found, String replacement, String pointer, String reason) {
        var file = SMALLEST.replace(found, replacement == null ? "" : replacement);
        assertThat(flaws(bytes(file))).anySatisfy(flaw -> {
            assertThat(flaw.pointer()).isEqualTo(pointer == null ? "" : pointer);
            assertThat(flaw.key()).isEqualTo("forms.flaw." + reason);
        });
    }

    @Test
    void an_unknown_kind_is_one_flaw_and_not_one_for_each_of_its_settings() {
        var file = SMALLEST.replace("\"yes-no\"", "\"maybe\", \"options\": [1, 2], \"points\": 1, \"maxLength\": 3");
        assertThat(flaws(bytes(file)))
                .extracting(Flaw::pointer)
                .containsExactlyInAnyOrder(
                        "/sections/0/questions/0/kind",
                        "/sections/0/questions/0/options/0",
                        "/sections/0/questions/0/options/1");
    }

    @Test
    void all_flaws_are_reported_at_once() {
        var file = SMALLEST.replace("\"small\"", "\"S\"")
                .replace("yes-no", "maybe")
                .replace("\"Small\"", "7");
        assertThat(flaws(bytes(file))).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "kod;titel\nx;y",
                "{\"a\":1}{",
                "{\"a\":1,\"a\":2}",
                "\u0000",
                "NaN",
                "<form/>",
                "{\"a\":'b'}"
            })
    void what_is_not_json_is_refused(String file) {
        assertThat(flaws(bytes(file))).extracting(Flaw::key).containsExactly("forms.flaw.not-json");
    }

    @Test
    void a_file_in_another_encoding_is_refused() {
        var latin1 = SMALLEST.replace("Small", "Små").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(flaws(latin1)).extracting(Flaw::key).containsExactly("forms.flaw.not-json");
    }

    @Test
    void a_byte_order_mark_does_no_harm() {
        assertThat(FormFile.read(bytes("\ufeff" + SMALLEST)).code()).isEqualTo("small");
    }

    @Test
    void a_file_beyond_two_megabytes_is_not_read_at_all() {
        assertThat(flaws(new byte[FormFile.LARGEST + 1])).containsExactly(Flaw.of("", "file-too-large", 2));
    }

    @Test
    void nesting_without_end_is_refused() {
        assertThat(flaws(bytes("[".repeat(100_000))))
                .extracting(Flaw::key)
                .containsExactly("forms.flaw.file-beyond-limits");
    }

    @Test
    void every_word_of_the_schema_has_its_message() {
        var used = new TreeSet<String>();
        var schema = JsonMapper.shared().readTree(FormSchema.text());
        for (var keyword : List.of(
                "const",
                "maxLength",
                "minItems",
                "maxItems",
                "uniqueItems",
                "minimum",
                "maximum",
                "exclusiveMinimum",
                "multipleOf")) {
            if (!schema.findValues(keyword).isEmpty()) {
                used.add("forms.flaw.schema." + keyword);
            }
        }
        schema.findValues("type").stream()
                .filter(type -> type.isString())
                .forEach(type -> used.add("forms.flaw.schema.type." + type.stringValue()));
        assertThat(Messages.keys()).containsAll(used);
    }

    private static ReportForm everything() {
        var sector = new Kind.IndicatorTable.Sector("transport", text("Transport"));
        var tonnes = text("t");
        var fine = new Range(new BigDecimal("-0.000001"), new BigDecimal("123456789012345.654321"), 6);
        return new ReportForm(
                "everything",
                text("Everything \"quoted\" / å 🌍\nand a second line"),
                text("Introduction"),
                List.of("en"),
                List.of(
                        new Section(
                                "a",
                                text("A"),
                                text("Help"),
                                new BigDecimal("0.25"),
                                Set.of(MemberKind.REGION, MemberKind.MUNICIPALITY),
                                List.of(
                                        Ask.yesNo("yes", "1.5")
                                                .required()
                                                .sharedAs("shared")
                                                .question(),
                                        Ask.number("number", Ask.band(null, "-1"), Ask.band("0.5", "2"))
                                                .orNotApplicable()
                                                .onlyIf(new Condition.Says("yes", false))
                                                .question(),
                                        Ask.percentage("percentage")
                                                .onlyIf(new Condition.Answered("number"))
                                                .question(),
                                        Ask.oneOf("one", Ask.option("x", "0"), Ask.option("y", "0.01"))
                                                .of(MemberKind.REGION)
                                                .onlyIf(new Condition.Compares(
                                                        "number", Condition.Comparison.LESS_THAN, BigDecimal.TEN))
                                                .question(),
                                        Ask.severalOf("several", Ask.option("x", "1"), Ask.noneOfThese("-3"))
                                                .question())),
                        Ask.section(
                                "b",
                                Ask.severalOf("gate", Ask.meeting("x"), Ask.option("y", "0"))
                                        .asGate(),
                                Ask.freeText("text", 500).onlyIf(new Condition.Chose("gate", List.of("x", "y"))),
                                Ask.question("day", new Kind.Day()),
                                new Ask(new Question(
                                        "proof",
                                        text("Proof"),
                                        text("Help"),
                                        new Kind.Evidence(),
                                        false,
                                        Question.EVERY_KIND,
                                        null,
                                        false,
                                        false,
                                        Visibility.PUBLIC,
                                        null)),
                                Ask.question("total", new Kind.Indicator("ghg", -1, null, tonnes, fine, List.of())),
                                Ask.question(
                                        "sector", new Kind.Indicator("ghg", 0, "transport", tonnes, fine, List.of())),
                                Ask.question(
                                        "table",
                                        new Kind.IndicatorTable(
                                                "ghg",
                                                List.of(-1, 0),
                                                List.of(sector),
                                                tonnes,
                                                new Range(null, null, 0))))));
    }

    private static List<Flaw> flaws(byte[] file) {
        return catchThrowableOfType(InvalidForm.class, () -> FormFile.read(file))
                .flaws();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
