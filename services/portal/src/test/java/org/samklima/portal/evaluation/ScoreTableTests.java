package org.samklima.portal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samklima.portal.forms.Ask.answers;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.option;
import static org.samklima.portal.forms.Ask.section;
import static org.samklima.portal.forms.Ask.severalOf;
import static org.samklima.portal.forms.Ask.ticked;
import static org.samklima.portal.forms.Ask.weighted;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.samklima.published.MemberKind.MUNICIPALITY;
import static org.samklima.published.MemberKind.REGION;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.Answers;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.forms.Fraction;
import org.samklima.portal.forms.ReportForm;
import org.samklima.published.MemberKind;

class ScoreTableTests {

    private static final UUID ALMBY = new UUID(0, 1);
    private static final UUID BJORKBY = new UUID(0, 2);
    private static final UUID CEDERBY = new UUID(0, 3);
    private static final UUID DALBY = new UUID(0, 4);

    private final Map<UUID, FilledForm> reports = new LinkedHashMap<>();

    @Test
    void ties_share_a_rank_and_the_next_one_is_left_out() {
        var form = form(yesNo("a", "3"), yesNo("b", "2"), yesNo("c", "1"));
        report(ALMBY, form, answers("a", true, "b", true));
        report(BJORKBY, form, answers("a", true));
        report(CEDERBY, form, answers("b", true, "c", true));
        report(DALBY, form, answers("c", true));

        var table = new ScoreTable(reports);

        assertThat(table.rank(ALMBY)).isEqualTo(1);
        assertThat(table.rank(BJORKBY)).isEqualTo(2);
        assertThat(table.rank(CEDERBY)).isEqualTo(2);
        assertThat(table.rank(DALBY)).isEqualTo(4);
    }

    @Test
    void who_cannot_earn_anything_has_no_total_and_no_rank() {
        var form = form(yesNo("a", "3").orNotApplicable());
        report(ALMBY, form, answers("a", false));
        report(BJORKBY, form, answers("a", new Answer.NotApplicable("No harbour")));

        var table = new ScoreTable(reports);

        assertThat(table.rank(ALMBY)).isEqualTo(1);
        assertThat(table.rank(BJORKBY)).isNull();
        assertThat(table.meanTotal()).contains(Fraction.ZERO);
    }

    @Test
    void a_member_without_a_report_has_no_scores() {
        assertThat(new ScoreTable(reports).of(ALMBY)).isEmpty();
        assertThat(new ScoreTable(reports).rank(ALMBY)).isNull();
        assertThat(new ScoreTable(reports).meanTotal()).isEmpty();
    }

    @Test
    void each_kind_of_member_is_measured_by_the_questions_put_to_it() {
        var form = form(
                section("all", yesNo("plan", "2")),
                section("care", yesNo("hospitals", "4").of(REGION)));
        report(ALMBY, MUNICIPALITY, form, answers("plan", true));
        report(BJORKBY, REGION, form, answers("plan", true));

        var table = new ScoreTable(reports);

        assertThat(table.of(ALMBY).orElseThrow().total()).contains(fraction("1", "1"));
        assertThat(table.of(BJORKBY).orElseThrow().total()).contains(fraction("1", "3"));
        assertThat(table.mean("all")).contains(fraction("1", "1"));
        assertThat(table.mean("care")).contains(Fraction.ZERO);
        assertThat(table.meanTotal()).contains(fraction("2", "3"));
    }

    @Test
    void weights_and_penalties_reach_the_rank_exactly() {
        var form = form(
                weighted("goals", "2", severalOf("measures", option("many", "3"), option("coal", "-1"))),
                weighted("travel", "1", yesNo("rail", "1")));
        report(ALMBY, form, answers("measures", ticked("many", "coal"), "rail", true));
        report(BJORKBY, form, answers("measures", ticked("many"), "rail", false));
        report(CEDERBY, form, answers("measures", ticked("coal")));

        var table = new ScoreTable(reports);

        assertThat(table.of(ALMBY).orElseThrow().total()).contains(fraction("7", "9"));
        assertThat(table.of(BJORKBY).orElseThrow().total()).contains(fraction("2", "3"));
        assertThat(table.of(CEDERBY).orElseThrow().total()).contains(fraction("-2", "9"));
        assertThat(table.rank(ALMBY)).isEqualTo(1);
        assertThat(table.rank(CEDERBY)).isEqualTo(3);
        assertThat(table.meanTotal()).contains(fraction("11", "27"));
    }

    private void report(UUID member, ReportForm form, Answers answers) {
        report(member, MUNICIPALITY, form, answers);
    }

    private void report(UUID member, MemberKind kind, ReportForm form, Answers answers) {
        reports.put(member, new FilledForm(form, 2026, kind, answers));
    }

    private static Fraction fraction(String part, String whole) {
        return Fraction.of(new BigDecimal(part), new BigDecimal(whole));
    }
}
