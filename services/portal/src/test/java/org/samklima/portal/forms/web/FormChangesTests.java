package org.samklima.portal.forms.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.samklima.portal.forms.Ask.band;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.freeText;
import static org.samklima.portal.forms.Ask.number;
import static org.samklima.portal.forms.Ask.oneOf;
import static org.samklima.portal.forms.Ask.option;
import static org.samklima.portal.forms.Ask.percentage;
import static org.samklima.portal.forms.Ask.section;
import static org.samklima.portal.forms.Ask.text;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.samklima.published.MemberKind.MUNICIPALITY;
import static org.samklima.published.MemberKind.REGION;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.samklima.portal.forms.Ask;
import org.samklima.portal.forms.Question;
import org.samklima.portal.forms.ShippedForms;
import org.samklima.portal.forms.web.FormChanges.Aspect;

class FormChangesTests {

    @Test
    void the_same_form_changes_nothing() {
        var form = ShippedForms.climateTest();
        assertThat(FormChanges.between(form, form)).isEqualTo(new FormChanges(List.of(), false));
    }

    @Test
    void questions_that_came_and_went_are_named() {
        var changes = FormChanges.between(
                form(yesNo("kept", "1"), yesNo("gone", "1")), form(yesNo("new", "1"), yesNo("kept", "1")));
        assertThat(changes.questions())
                .extracting(change -> change.question().code(), change -> change.before() == null)
                .containsExactly(tuple("new", true), tuple("gone", false));
        assertThat(changes.sections()).isFalse();
    }

    static List<Arguments> differences() {
        var choice = oneOf("q", option("a", "1"), option("b", "2"));
        return List.of(
                differs(number("q"), percentage("q"), Aspect.KIND, Aspect.LIMITS),
                differs(choice, oneOf("q", option("a", "1"), option("b", "3")), Aspect.POINTS),
                differs(
                        choice,
                        oneOf("q", option("a", "1"), option("c", "2")),
                        Aspect.OPTIONS,
                        Aspect.POINTS,
                        Aspect.WHEN_ASKED,
                        Aspect.WORDING),
                differs(number("q"), number("q", band("1", "1")), Aspect.POINTS),
                differs(freeText("q", 5), freeText("q", 6), Aspect.LIMITS),
                differs(yesNo("q", "1"), yesNo("q", "1").required(), Aspect.WHEN_ASKED),
                differs(yesNo("q", "1"), yesNo("q", "1").of(REGION), Aspect.WHEN_ASKED),
                differs(yesNo("q", "1"), yesNo("q", "1").sharedAs("x"), Aspect.SHARED),
                differs(yesNo("q", "1"), reworded(yesNo("q", "1")), Aspect.WORDING));
    }

    private static Arguments differs(Ask before, Ask after, Aspect first, Aspect... others) {
        return Arguments.of(before, after, EnumSet.of(first, others));
    }

    private static Ask reworded(Ask ask) {
        var q = ask.question();
        return new Ask(new Question(
                q.code(),
                text("Said otherwise"),
                q.help(),
                q.kind(),
                q.required(),
                q.memberKinds(),
                q.shownOnlyIf(),
                q.notApplicableAllowed(),
                q.gate(),
                q.visibility(),
                q.sharedQuestion()));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void what_differs_in_a_question_is_told(Ask before, Ask after, Set<Aspect> aspects) {
        var changes = FormChanges.between(form(before), form(after));
        assertThat(changes.questions())
                .containsExactly(new FormChanges.QuestionChange(before.question(), after.question(), aspects));
    }

    @Test
    void a_question_that_moves_to_another_section_changes_its_place() {
        var before = form(section("a", yesNo("q", "1"), yesNo("r", "1")), section("b", yesNo("s", "1")));
        var after = form(section("a", yesNo("r", "1")), section("b", yesNo("s", "1"), yesNo("q", "1")));
        assertThat(FormChanges.between(before, after).questions())
                .extracting(FormChanges.QuestionChange::aspects)
                .containsExactly(Set.of(Aspect.PLACE));
    }

    @Test
    void a_new_weight_changes_the_sections() {
        var before = form(Ask.weighted("a", "1", yesNo("q", "1")));
        var after = form(Ask.weighted("a", "2", yesNo("q", "1")));
        assertThat(FormChanges.between(before, after)).isEqualTo(new FormChanges(List.of(), true));
    }

    @Test
    void the_maximum_depends_on_the_kind_of_member() {
        var form = form(yesNo("q", "1"), yesNo("r", "2").of(REGION));
        assertThat(FormChanges.maximum(form, MUNICIPALITY)).isEqualByComparingTo("1");
        assertThat(FormChanges.maximum(form, REGION)).isEqualByComparingTo("3");
    }
}
