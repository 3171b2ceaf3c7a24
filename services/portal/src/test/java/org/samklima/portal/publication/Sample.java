package org.samklima.portal.publication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.evaluation.AnsweredRound;
import org.samklima.portal.evaluation.Basis;
import org.samklima.portal.forms.Answers;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.forms.Question;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.forms.Section;
import org.samklima.portal.forms.Visibility;
import org.samklima.portal.network.Member;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantKind;
import org.samklima.published.Direction;
import org.samklima.published.Indicator;
import org.samklima.published.MemberKind;
import org.samklima.published.PeerGroup;
import org.samklima.published.Ranking;
import org.samklima.published.Sector;
import org.samklima.published.SectorList;
import org.samklima.published.Source;
import org.samklima.published.Texts;

/** An invented network with what it can publish, and a draft that chooses all of it. */
final class Sample {

    static final Source OWN = new Source(ReportedFigures.SOURCE, Texts.of("sv", "Medlemmen"), false, null, 2026, null);

    final List<Member> members = new ArrayList<>();
    final List<Observed> observations = new ArrayList<>();
    final List<Draft.ChosenStatement> statements = new ArrayList<>();
    final Map<UUID, FilledForm> reports = new LinkedHashMap<>();
    final ReportForm form;
    Set<String> withheld = Set.of();
    Set<String> peerGroups = Set.of("small");
    boolean scores = true;
    Ranking ranking = Ranking.NONE;
    int fromYear = 1990;

    /** Every question is made public; name those that shall not be. */
    Sample(ReportForm form, String... kept) {
        this.form = new ReportForm(
                form.code(),
                form.title(),
                form.introduction(),
                form.languages(),
                form.sections().stream()
                        .map(section -> publicly(section, Set.of(kept)))
                        .toList());
    }

    private static Section publicly(Section section, Set<String> kept) {
        return new Section(
                section.code(),
                section.title(),
                section.help(),
                section.weight(),
                section.memberKinds(),
                section.questions().stream()
                        .map(question -> publicly(question, kept.contains(question.code())))
                        .toList());
    }

    private static Question publicly(Question question, boolean kept) {
        return new Question(
                question.code(),
                question.text(),
                question.help(),
                question.kind(),
                question.required(),
                question.memberKinds(),
                question.shownOnlyIf(),
                question.notApplicableAllowed(),
                question.gate(),
                kept ? Visibility.NETWORK : Visibility.PUBLIC,
                question.sharedQuestion());
    }

    Member member(String name) {
        return member(name, TenantKind.MUNICIPALITY);
    }

    Member member(String name, TenantKind kind) {
        var number = members.size() + 1;
        var member = new Member(
                new UUID(1, number),
                name.toLowerCase(),
                name,
                kind,
                String.format("%04d", number),
                "small",
                LocalDate.of(2020, 1, 1),
                null);
        members.add(member);
        return member;
    }

    void reported(Member member, Answers answers) {
        var kind = MemberKind.valueOf(member.kind().name());
        reports.put(member.id(), new FilledForm(form, 2026, kind, answers));
    }

    void observed(Member member, @Nullable String sector, int year, String value) {
        observations.add(
                new Observed(member.id(), "co2", sector, year, new BigDecimal(value), null, null, "smhi", false));
    }

    EditionAssembly assembly() {
        return new EditionAssembly(material(), draft(), OWN);
    }

    Material material() {
        var kinds = new HashMap<MemberKind, Integer>();
        members.forEach(member -> kinds.merge(MemberKind.valueOf(member.kind().name()), 1, Integer::sum));
        return new Material(
                new Tenant(
                        new UUID(2, 1),
                        "klimatringen",
                        "Klimatringen",
                        TenantKind.ASSOCIATION,
                        "SE",
                        null,
                        List.of("sv", "en"),
                        ZoneId.of("Europe/Stockholm"),
                        "#0b5d4b"),
                2026,
                members,
                List.of(new PeerGroup("small", Texts.of("sv", "Små"))),
                List.of(new ReportedRound(new UUID(3, 1), 3, new AnsweredRound(form, 2026, kinds, reports), null)),
                List.of(indicator("co2", "sectors"), indicator("population", null)),
                List.of(new SectorList(
                        "sectors",
                        Texts.of("sv", "Sektorer"),
                        List.of(
                                new Sector("transport", Texts.of("sv", "Transporter"), "II"),
                                new Sector("waste", Texts.of("sv", "Avfall"), "III")))),
                List.of(new Source("smhi", Texts.of("sv", "Statistik"), true, "2026", 2026, null)),
                observations);
    }

    Draft draft() {
        return new Draft(
                Texts.of("sv", "Klimatåret 2026"),
                Texts.of("sv", "Så gick det."),
                null,
                statements,
                Set.of(form.code()),
                List.of(new Draft.ChosenIndicator("co2", fromYear, null, 1990, 2030, new BigDecimal("-0.63"))),
                null,
                withheld,
                peerGroups,
                Basis.ACCEPTED,
                scores,
                ranking,
                null,
                null);
    }

    private static Indicator indicator(String code, @Nullable String sectors) {
        return new Indicator(
                code,
                Texts.of("sv", code),
                null,
                Texts.of("sv", "ton"),
                0,
                Direction.LOWER_IS_BETTER,
                sectors,
                false,
                null,
                null);
    }
}
