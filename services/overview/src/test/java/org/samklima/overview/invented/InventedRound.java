package org.samklima.overview.invented;

import static org.samklima.overview.invented.InventedNetwork.texts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.samklima.published.Answer;
import org.samklima.published.FormOutline;
import org.samklima.published.FormOutline.Section;
import org.samklima.published.Member;
import org.samklima.published.MemberKind;
import org.samklima.published.MemberReport;
import org.samklima.published.MemberReport.Score;
import org.samklima.published.MemberReport.SectionScore;
import org.samklima.published.Question;
import org.samklima.published.Question.Option;
import org.samklima.published.QuestionKind;
import org.samklima.published.RoundResult;
import org.samklima.published.Statement;
import org.samklima.published.Texts;

/** A reporting round in which five of six municipalities answered. */
final class InventedRound {

    private static final List<Integer> POINTS = List.of(15, 5, 12, 11, 10, 8, 5);

    private final List<Member> members;
    private final int year;
    private final SplittableRandom random;

    InventedRound(List<Member> members, int year, SplittableRandom random) {
        this.members = members;
        this.year = year;
        this.random = random;
    }

    RoundResult result() {
        FormOutline form = form();
        var reports = new ArrayList<MemberReport>();
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).kind() == MemberKind.MUNICIPALITY && i % 6 != 5) {
                reports.add(report(members.get(i), form));
            }
        }
        return new RoundResult(List.of(form), reports);
    }

    private FormOutline form() {
        List<Texts> titles = List.of(
                texts("Grundkrav", "Grundkrav", "Grundanforderungen", "Basic requirements"),
                texts(
                        "Mål, åtgärder och uppföljning",
                        "Mål, tiltag og opfølgning",
                        "Ziele, Maßnahmen, Kontrolle",
                        "Goals, measures and follow-up"),
                texts("Organisation", "Organisation", "Organisation", "Organisation"),
                texts("Transporter", "Transport", "Verkehr", "Transport"),
                texts("Energi", "Energi", "Energie", "Energy"),
                texts("Planering och byggande", "Planlægning og byggeri", "Planen und Bauen", "Planning and building"),
                texts("Upphandling", "Indkøb", "Beschaffung", "Procurement"),
                texts("Kommunikation och samverkan", "Kommunikation og samarbejde", "Kommunikation", "Communication"));
        var sections = new ArrayList<Section>();
        for (int i = 0; i < titles.size(); i++) {
            sections.add(new Section("s" + i, titles.get(i), false, questions("s" + i, titles.get(i))));
        }
        return new FormOutline(
                "municipality",
                1,
                texts("Medlemstestet", "Medlemstesten", "Mitgliedertest", "The member test"),
                List.of(MemberKind.MUNICIPALITY),
                sections);
    }

    private static List<Question> questions(String section, Texts title) {
        return List.of(
                new Question(
                        section + "-plan",
                        QuestionKind.YES_NO,
                        texts(
                                "Finns en beslutad plan för " + title.in("sv").toLowerCase() + "?",
                                "Er der vedtaget en plan for " + title.in("da").toLowerCase() + "?",
                                "Gibt es einen beschlossenen Plan für " + title.in("de") + "?",
                                "Is there a decided plan for " + title.in("en").toLowerCase() + "?"),
                        null,
                        List.of()),
                new Question(
                        section + "-how",
                        QuestionKind.SEVERAL_OF,
                        texts(
                                "Hur följs den upp?",
                                "Hvordan følges den op?",
                                "Wie wird er verfolgt?",
                                "How is it followed up?"),
                        null,
                        List.of(
                                new Option("yearly", texts("Varje år", "Hvert år", "Jährlich", "Every year")),
                                new Option("public", texts("Öppet", "Offentligt", "Öffentlich", "In public")))),
                new Question(
                        section + "-share",
                        QuestionKind.PERCENTAGE,
                        texts(
                                "Hur stor del är genomförd?",
                                "Hvor stor en del er gennemført?",
                                "Welcher Anteil ist umgesetzt?",
                                "How much of it is done?"),
                        texts("%", "%", "%", "%"),
                        List.of()));
    }

    private MemberReport report(Member member, FormOutline form) {
        var scores = new ArrayList<SectionScore>();
        var answers = new ArrayList<Answer>();
        BigDecimal total = BigDecimal.ZERO;
        for (Section section : form.sections()) {
            boolean yes = random.nextInt(100) < 70;
            answers.add(Answer.yesNo(section.code() + "-plan", yes));
            if (yes) {
                answers.add(
                        Answer.chosen(section.code() + "-how", List.of(random.nextBoolean() ? "yearly" : "public")));
                answers.add(Answer.number(section.code() + "-share", BigDecimal.valueOf(random.nextInt(101))));
            } else {
                answers.add(Answer.notApplicable(section.code() + "-share"));
            }
            if (form.sections().getFirst().equals(section)) {
                scores.add(new SectionScore(section.code(), BigDecimal.ZERO, BigDecimal.ZERO, yes));
            } else {
                int maximum = POINTS.get(form.sections().indexOf(section) - 1);
                BigDecimal points =
                        BigDecimal.valueOf(random.nextInt(2 * maximum + 1)).divide(BigDecimal.valueOf(2));
                scores.add(new SectionScore(section.code(), points, BigDecimal.valueOf(maximum), null));
                total = total.add(points);
            }
        }
        return new MemberReport(member.key(), form.code(), scores, new Score(total, BigDecimal.valueOf(66)), answers);
    }

    List<Statement> statements(RoundResult result) {
        var statements = new ArrayList<Statement>();
        for (int section = 1; section < 6; section++) {
            String question = "s" + section + "-plan";
            int answered = result.reports().size();
            int holds = (int) result.reports().stream()
                    .flatMap(report -> report.answers().stream())
                    .filter(answer -> answer.question().equals(question) && Boolean.TRUE.equals(answer.yes()))
                    .count();
            Texts title = result.forms().getFirst().sections().get(section).title();
            statements.add(new Statement(
                    question,
                    Statement.Kind.SHARE,
                    texts(
                            "av medlemmarna har en beslutad plan för "
                                    + title.in("sv").toLowerCase(),
                            "af medlemmerne har vedtaget en plan for "
                                    + title.in("da").toLowerCase(),
                            "der Mitglieder haben einen Plan für " + title.in("de"),
                            "of the members have a decided plan for "
                                    + title.in("en").toLowerCase()),
                    BigDecimal.valueOf(holds).divide(BigDecimal.valueOf(answered), 6, RoundingMode.HALF_UP),
                    null,
                    holds,
                    answered,
                    members.size(),
                    section == 1
                            ? new Statement.OverTime(
                                    year - 1, year, answered - 2, new BigDecimal("0.5"), new BigDecimal("0.75"))
                            : null,
                    question,
                    null));
        }
        statements.add(new Statement(
                "saved",
                Statement.Kind.SUM,
                texts(
                        "sparas av medlemmarnas åtgärder",
                        "spares ved medlemmernes tiltag",
                        "werden durch die Maßnahmen der Mitglieder vermieden",
                        "are saved by the members’ measures"),
                new BigDecimal("12345678901"),
                texts("ton CO2e", "ton CO2e", "Tonnen Kohlendioxidäquivalente", "t CO2e"),
                null,
                result.reports().size(),
                members.size(),
                new Statement.OverTime(
                        year - 1, year, result.reports().size(), BigDecimal.TEN, new BigDecimal("12345678901")),
                null,
                null));
        return statements;
    }
}
