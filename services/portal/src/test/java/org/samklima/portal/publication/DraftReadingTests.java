package org.samklima.portal.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.samklima.portal.evaluation.Basis;
import org.samklima.published.Ranking;
import org.samklima.published.Texts;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class DraftReadingTests {

    private final MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();

    @Test
    void what_is_typed_becomes_a_draft() {
        type("title.sv", " Klimatåret ");
        type("title.en", "");
        type("statement", "sample.plan", "sample.budget");
        type("text.sample.plan.sv", "har en plan");
        type("form", "sample");
        type("offered", "sample.plan", "sample.budget");
        type("question", "sample.plan");
        type("offeredIndicator", "co2", "population");
        type("indicator", "co2", "population");
        type("first", "population");
        type("from.co2", "1990");
        type("baseline.co2", "1990");
        type("targetYear.co2", "2030");
        type("targetChange.co2", "−63,5");
        type("basis", "SUBMITTED");
        type("ranking", "ALL");
        type("scores", "true");

        var draft = read().draft();

        assertThat(read().faults()).isEmpty();
        assertThat(draft.title()).isEqualTo(Texts.of("sv", "Klimatåret"));
        assertThat(draft.introduction()).isNull();
        assertThat(draft.statements())
                .containsExactly(
                        new Draft.ChosenStatement("sample.plan", Texts.of("sv", "har en plan")),
                        new Draft.ChosenStatement("sample.budget", null));
        assertThat(draft.withheld()).containsExactly("sample.budget");
        assertThat(draft.indicators())
                .containsExactly(
                        new Draft.ChosenIndicator("population", null, null, null, null, null),
                        new Draft.ChosenIndicator("co2", 1990, null, 1990, 2030, new BigDecimal("-0.635")));
        assertThat(draft.basis()).isEqualTo(Basis.SUBMITTED);
        assertThat(draft.ranking()).isEqualTo(Ranking.ALL);
        assertThat(draft.scores()).isTrue();
    }

    @Test
    void an_indicator_that_is_not_ticked_is_not_read() {
        type("offeredIndicator", "co2");
        type("from.co2", "soon");

        assertThat(read().faults()).isEmpty();
        assertThat(read().draft().indicators()).isEmpty();
    }

    @Test
    void everything_that_cannot_be_understood_is_told_with_its_field() {
        type("offeredIndicator", "co2");
        type("indicator", "co2");
        type("from.co2", "soon");
        type("to.co2", "20255");
        type("targetChange.co2", "a lot");
        type("ranking", "BOTTOM");

        assertThat(read().faults())
                .extracting(DraftCheck.Fault::field, DraftCheck.Fault::key)
                .containsExactly(
                        tuple("from.co2", "publication.fault.year"),
                        tuple("to.co2", "publication.fault.year"),
                        tuple("targetChange.co2", "publication.fault.percent"),
                        tuple("ranking", "publication.fault.choice"));
    }

    @Test
    void a_target_needs_its_baseline_and_lies_after_it_and_years_run_forwards() {
        type("offeredIndicator", "co2", "waste");
        type("indicator", "co2", "waste");
        type("from.co2", "2020");
        type("to.co2", "1990");
        type("targetYear.co2", "2030");
        type("targetChange.co2", "-63");
        type("baseline.waste", "2030");
        type("targetYear.waste", "2030");
        type("targetChange.waste", "-63");

        assertThat(read().faults())
                .extracting(DraftCheck.Fault::field, DraftCheck.Fault::key)
                .containsExactly(
                        tuple("to.co2", "publication.fault.years-reversed"),
                        tuple("targetYear.co2", "publication.fault.target-incomplete"),
                        tuple("targetYear.waste", "publication.fault.target-before-baseline"));
    }

    @Test
    void a_contact_is_a_mail_or_web_address_and_never_script() {
        for (var address : List.of("javascript:alert(1)", "nowhere", "a b@example.org")) {
            typed.set("contact", address);
            assertThat(read().faults()).as(address).hasSize(1);
        }
        for (var address : List.of("kansli@example.org", "https://example.org/kontakt")) {
            typed.set("contact", address);
            assertThat(read().faults()).as(address).isEmpty();
        }
    }

    @Test
    void texts_have_a_length() {
        type("title.sv", "x".repeat(201));
        type("statement", "sample.plan");
        type("text.sample.plan.en", "x".repeat(501));

        assertThat(read().faults())
                .extracting(DraftCheck.Fault::field)
                .containsExactly("title.sv", "text.sample.plan.en");
    }

    @Test
    void buttons_add_remove_and_move_statements_and_stop_at_the_ends() {
        type("statement", "a", "b", "c");

        assertThat(after("up", "c")).containsExactly("a", "c", "b");
        assertThat(after("up", "a")).containsExactly("a", "b", "c");
        assertThat(after("down", "a")).containsExactly("b", "a", "c");
        assertThat(after("down", "c")).containsExactly("a", "b", "c");
        assertThat(after("remove", "b")).containsExactly("a", "c");
        assertThat(after("add", "d")).containsExactly("a", "b", "c", "d");
        assertThat(after("add", "b")).containsExactly("a", "b", "c");
        assertThat(after("up", "forged")).containsExactly("a", "b", "c");
    }

    private List<String> after(String button, String code) {
        var pressed = new LinkedMultiValueMap<>(typed);
        pressed.add(button, code);
        return StatementOrder.after(form().statements(), pressed).stream()
                .map(EditionForm.StatementField::code)
                .toList();
    }

    private void type(String field, String... values) {
        typed.put(field, List.of(values));
    }

    private EditionForm form() {
        return EditionForm.from(typed, List.of("sv", "en"));
    }

    private DraftReading.Result read() {
        typed.putIfAbsent("basis", List.of("ACCEPTED"));
        typed.putIfAbsent("ranking", List.of("NONE"));
        return DraftReading.of(form());
    }
}
