package org.samklima.portal.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samklima.published.Answer;
import org.samklima.published.Edition;
import org.samklima.published.FigureRow;
import org.samklima.published.FigureTable;
import org.samklima.published.FormOutline;
import org.samklima.published.Indicator;
import org.samklima.published.Member;
import org.samklima.published.MemberReport;
import org.samklima.published.Question;
import org.samklima.published.Remark;
import org.samklima.published.Sector;
import org.samklima.published.Source;
import org.samklima.published.Texts;

/**
 * What an edition holds, for whoever has to answer for it: nothing that is public stays unseen here. Read from the document
 * alone.
 *
 * @param chosen the member whose data are shown in full; null if none was chosen
 */
record EditionSummary(
        List<IndicatorLine> indicators,
        List<QuestionLine> questions,
        int reports,
        @Nullable MemberLine chosen) {

    /** @param members how many have figures of it */
    record IndicatorLine(Indicator indicator, int firstYear, int lastYear, int sectors, long members) {}

    /** @param answers how many members' answers become public */
    record QuestionLine(Question question, Texts section, long answers) {}

    /** Everything about one member. */
    record MemberLine(
            Member member, @Nullable MemberReport report, List<FigureLine> figures, List<AnswerLine> answers) {}

    /** The figures of an indicator or sector, by the years of the table. */
    record FigureLine(Indicator indicator, @Nullable Texts sector, List<Integer> years, FigureRow row, Source source) {

        public @Nullable Remark remark(int year) {
            return row.remarks().stream()
                    .filter(remark -> remark.year() == year)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** An answer with its question. */
    record AnswerLine(Question question, Answer answer) {

        /** The texts of the chosen options. */
        public List<Texts> options() {
            return question.options().stream()
                    .filter(option -> answer.options().contains(option.code()))
                    .map(Question.Option::text)
                    .toList();
        }
    }

    static EditionSummary of(Edition edition, @Nullable String memberKey) {
        return new EditionSummary(
                edition.figures().indicators().stream()
                        .flatMap(indicator -> line(edition, indicator).stream())
                        .toList(),
                questions(edition),
                edition.round().reports().size(),
                edition.members().stream()
                        .filter(member -> member.key().equals(memberKey))
                        .findFirst()
                        .map(member -> member(edition, member))
                        .orElse(null));
    }

    private static List<IndicatorLine> line(Edition edition, Indicator indicator) {
        var tables = edition.figures().tables().stream()
                .filter(table -> table.indicator().equals(indicator.code()))
                .toList();
        var years = tables.stream()
                .flatMap(table -> table.years().stream())
                .sorted()
                .toList();
        if (years.isEmpty()) {
            return List.of();
        }
        long members = tables.stream()
                .flatMap(table -> table.rows().stream())
                .map(FigureRow::member)
                .distinct()
                .count();
        int sectors =
                (int) tables.stream().filter(table -> table.sector() != null).count();
        return List.of(new IndicatorLine(indicator, years.getFirst(), years.getLast(), sectors, members));
    }

    private static List<QuestionLine> questions(Edition edition) {
        var lines = new ArrayList<QuestionLine>();
        for (FormOutline form : edition.round().forms()) {
            for (var section : form.sections()) {
                for (var question : section.questions()) {
                    lines.add(new QuestionLine(question, section.title(), answers(edition, form, question)));
                }
            }
        }
        return lines;
    }

    private static long answers(Edition edition, FormOutline form, Question question) {
        return edition.round().reports().stream()
                .filter(report -> report.form().equals(form.code()))
                .filter(report -> report.answers().stream()
                        .anyMatch(answer -> answer.question().equals(question.code())))
                .count();
    }

    private static MemberLine member(Edition edition, Member member) {
        var report = edition.round().reports().stream()
                .filter(candidate -> candidate.member().equals(member.key()))
                .findFirst()
                .orElse(null);
        var figures = new ArrayList<FigureLine>();
        for (var table : edition.figures().tables()) {
            table.rows().stream()
                    .filter(row -> row.member().equals(member.key()))
                    .forEach(row -> figures.add(figures(edition, table, row)));
        }
        return new MemberLine(member, report, figures, report == null ? List.of() : answers(edition, report));
    }

    private static FigureLine figures(Edition edition, FigureTable table, FigureRow row) {
        var indicator = edition.figures().indicators().stream()
                .filter(candidate -> candidate.code().equals(table.indicator()))
                .findFirst()
                .orElseThrow();
        var sector = edition.figures().sectorLists().stream()
                .filter(list -> list.code().equals(indicator.sectorList()))
                .flatMap(list -> list.sectors().stream())
                .filter(candidate -> candidate.code().equals(table.sector()))
                .map(Sector::name)
                .findFirst()
                .orElse(null);
        var code = Objects.requireNonNullElse(row.source(), table.source());
        var source = edition.figures().sources().stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow();
        return new FigureLine(indicator, sector, table.years(), row, source);
    }

    private static List<AnswerLine> answers(Edition edition, MemberReport report) {
        var lines = new ArrayList<AnswerLine>();
        edition.round().forms().stream()
                .filter(form -> form.code().equals(report.form()))
                .flatMap(form -> form.sections().stream())
                .flatMap(section -> section.questions().stream())
                .forEach(question -> report.answers().stream()
                        .filter(answer -> answer.question().equals(question.code()))
                        .forEach(answer -> lines.add(new AnswerLine(question, answer))));
        return lines;
    }
}
