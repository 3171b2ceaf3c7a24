package org.samklima.portal.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tables.TableExport.Sheet;
import org.samklima.published.Answer;
import org.samklima.published.Edition;
import org.samklima.published.FigureRow;
import org.samklima.published.FigureTable;
import org.samklima.published.Member;
import org.samklima.published.MemberReport;
import org.samklima.published.Remark;
import org.samklima.published.Source;

/**
 * An edition as tables for whoever wants to reckon with it: one row for each figure, answer, score, statement and member.
 * Headings are the same in every language; texts are in the network's first one.
 */
final class OpenData {

    private final Edition edition;
    private final String language;
    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, Source> sources = new HashMap<>();

    private OpenData(Edition edition) {
        this.edition = edition;
        this.language = edition.network().defaultLanguage();
        edition.members().forEach(member -> members.put(member.key(), member));
        edition.figures().sources().forEach(source -> sources.put(source.code(), source));
    }

    /** What the tables are called, in their order. */
    enum Table {
        MEMBERS,
        FIGURES,
        ANSWERS,
        SCORES,
        STATEMENTS
    }

    static Sheet of(Edition edition, Table table) {
        var data = new OpenData(edition);
        var name = table.name().toLowerCase(Locale.ROOT);
        return switch (table) {
            case MEMBERS ->
                new Sheet(name, List.of("member", "official_code", "name", "kind", "peer_group"), data.members());
            case FIGURES ->
                new Sheet(
                        name,
                        List.of(
                                "member",
                                "official_code",
                                "name",
                                "indicator",
                                "unit",
                                "sector",
                                "year",
                                "value",
                                "notation",
                                "origin",
                                "source",
                                "source_version",
                                "official_value_replaced",
                                "explanation"),
                        data.figures());
            case ANSWERS ->
                new Sheet(
                        name,
                        List.of(
                                "member",
                                "official_code",
                                "name",
                                "form",
                                "question",
                                "yes",
                                "number",
                                "options",
                                "text",
                                "date",
                                "link",
                                "not_applicable",
                                "notation"),
                        data.answers());
            case SCORES ->
                new Sheet(
                        name,
                        List.of("member", "official_code", "name", "form", "section", "points", "maximum", "met"),
                        data.scores());
            case STATEMENTS ->
                new Sheet(
                        name,
                        List.of(
                                "code",
                                "kind",
                                "text",
                                "value",
                                "unit",
                                "holds",
                                "answered",
                                "members",
                                "from_year",
                                "to_year",
                                "members_both_years",
                                "before",
                                "after",
                                "question",
                                "indicator"),
                        data.statements());
        };
    }

    static List<Sheet> all(Edition edition) {
        return Arrays.stream(Table.values()).map(table -> of(edition, table)).toList();
    }

    private List<List<@Nullable Object>> members() {
        return edition.members().stream()
                .map(member ->
                        row(member.key(), member.officialCode(), member.name(), member.kind(), member.peerGroup()))
                .toList();
    }

    private List<List<@Nullable Object>> figures() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var table : edition.figures().tables()) {
            for (var row : table.rows()) {
                for (int column = 0; column < table.years().size(); column++) {
                    figure(table, row, column, rows);
                }
            }
        }
        return rows;
    }

    private void figure(FigureTable table, FigureRow row, int column, List<List<@Nullable Object>> rows) {
        int year = table.years().get(column);
        BigDecimal value = row.values().get(column);
        var remark = row.remarks().stream()
                .filter(candidate -> candidate.year() == year)
                .findFirst()
                .orElse(new Remark(year, null, null, null, null));
        if (value == null && remark.notation() == null) {
            return;
        }
        var code =
                Objects.requireNonNullElse(remark.source(), Objects.requireNonNullElse(row.source(), table.source()));
        var source = Objects.requireNonNull(sources.get(code));
        rows.add(about(
                row.member(),
                table.indicator(),
                unit(table.indicator()),
                table.sector(),
                year,
                value,
                remark.notation(),
                source.official() ? "official" : "own",
                source.name().in(language),
                source.version(),
                remark.replaced(),
                remark.explanation()));
    }

    private @Nullable String unit(String code) {
        return edition.figures().indicators().stream()
                .filter(indicator -> indicator.code().equals(code))
                .findFirst()
                .map(indicator -> indicator.unit().in(language))
                .orElse(null);
    }

    private List<List<@Nullable Object>> answers() {
        return edition.round().reports().stream()
                .flatMap(report -> report.answers().stream().map(answer -> answer(report, answer)))
                .toList();
    }

    private List<@Nullable Object> answer(MemberReport report, Answer answer) {
        return about(
                report.member(),
                report.form(),
                answer.question(),
                answer.yes(),
                answer.number(),
                answer.options().isEmpty() ? null : String.join(" ", answer.options()),
                answer.text(),
                answer.date(),
                answer.link(),
                answer.notApplicable() ? true : null,
                answer.notation());
    }

    private List<List<@Nullable Object>> scores() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var report : edition.round().reports()) {
            report.sections()
                    .forEach(score -> rows.add(about(
                            report.member(),
                            report.form(),
                            score.section(),
                            score.points(),
                            score.maximum(),
                            score.met())));
            var total = report.total();
            if (total != null) {
                rows.add(about(report.member(), report.form(), null, total.points(), total.maximum(), null));
            }
        }
        return rows;
    }

    private List<List<@Nullable Object>> statements() {
        return edition.statements().stream()
                .map(statement -> {
                    var over = statement.overTime();
                    return row(
                            statement.code(),
                            statement.kind(),
                            statement.text().in(language),
                            statement.value(),
                            statement.unit() == null ? null : statement.unit().in(language),
                            statement.holds(),
                            statement.answered(),
                            statement.members(),
                            over == null ? null : over.fromYear(),
                            over == null ? null : over.toYear(),
                            over == null ? null : over.members(),
                            over == null ? null : over.before(),
                            over == null ? null : over.after(),
                            statement.question(),
                            statement.indicator());
                })
                .toList();
    }

    private List<@Nullable Object> about(String key, @Nullable Object... others) {
        var member = Objects.requireNonNull(members.get(key));
        var row = new ArrayList<@Nullable Object>(row(member.key(), member.officialCode(), member.name()));
        row.addAll(Arrays.asList(others));
        return row;
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
