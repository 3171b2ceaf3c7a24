package org.samklima.portal.planning.activitylists;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.PageAddress;
import org.samklima.portal.planning.activities.ActivityStatus;

/**
 * Which activities are looked at: the parameters that the addresses of all their lists share. Whatever makes no sense counts as
 * not there.
 *
 * @param q found in title, reference, description, responsible or partners
 * @param field id of a field of action, whose parts count too; {@value #NONE} for those without one
 * @param goal id of a goal that they serve; {@value #NONE} for those that serve none
 * @param responsible id of a person, {@value #ME} for whoever looks, {@value #NONE} for those without anybody, or the name of
 *     somebody who is none of the tenant's people
 * @param status any of these; none is all
 * @param late {@code true} for those that are late
 * @param quiet {@code true} for those under way of which nothing was logged for six months
 * @param shown {@code true} for those that the public may see, {@code false} for the others
 */
public record ActivityFilter(
        @Nullable String q,
        @Nullable String field,
        @Nullable String goal,
        @Nullable String responsible,
        @Nullable List<String> status,
        @Nullable String late,
        @Nullable String quiet,
        @Nullable String shown) {

    public static final String NONE = "-";
    public static final String ME = "me";

    /** Everything. */
    public static final ActivityFilter ALL = new ActivityFilter(null, null, null, null, null, null, null, null);

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final int LONGEST = 300;

    public ActivityFilter {
        q = text(q);
        field = idOrNone(field);
        goal = idOrNone(goal);
        responsible = text(responsible);
        status = status == null
                ? List.of()
                : Stream.of(ActivityStatus.values())
                        .map(ActivityStatus::name)
                        .filter(status::contains)
                        .toList();
        late = "true".equals(late) ? late : "";
        quiet = "true".equals(quiet) ? quiet : "";
        shown = "true".equals(shown) || "false".equals(shown) ? shown : "";
    }

    /** What an address asks for. */
    static ActivityFilter of(PageAddress address) {
        return new ActivityFilter(
                address.value("q").orElse(null),
                address.value("field").orElse(null),
                address.value("goal").orElse(null),
                address.value("responsible").orElse(null),
                Stream.of(ActivityStatus.values())
                        .map(ActivityStatus::name)
                        .filter(status -> address.query().contains("status=" + status))
                        .toList(),
                address.value("late").orElse(null),
                address.value("quiet").orElse(null),
                address.value("shown").orElse(null));
    }

    private static String text(@Nullable String text) {
        var stripped = text == null ? "" : text.replace("\0", "").strip();
        return stripped.substring(0, Math.min(LONGEST, stripped.length()));
    }

    private static String idOrNone(@Nullable String text) {
        return text != null && (text.equals(NONE) || ID.matcher(text).matches()) ? text : "";
    }

    Optional<UUID> fieldId() {
        return id(field);
    }

    Optional<UUID> goalId() {
        return id(goal);
    }

    Optional<UUID> responsibleId() {
        return id(responsible);
    }

    private static Optional<UUID> id(@Nullable String text) {
        return text != null && ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    public boolean isLateOnly() {
        return "true".equals(late);
    }

    public boolean isQuietOnly() {
        return "true".equals(quiet);
    }

    public boolean isMine() {
        return ME.equals(responsible);
    }

    /** Whether everything is looked at. */
    public boolean isAll() {
        return parameters().isEmpty();
    }

    /** The same without regard to status and delay: what the counts of each are of. */
    ActivityFilter ofAnyStatus() {
        return new ActivityFilter(q, field, goal, responsible, null, null, quiet, shown);
    }

    /** A page that takes this filter. */
    public PageAddress on(String path) {
        var address = new PageAddress(path, List.of());
        for (var parameter : parameters()) {
            address = parameter.name.equals("status")
                    ? with(address, parameter.value)
                    : address.with(parameter.name, parameter.value);
        }
        return address;
    }

    private static PageAddress with(PageAddress address, String status) {
        var query = new ArrayList<>(address.query());
        query.add("status=" + status);
        return new PageAddress(address.path(), query);
    }

    /** A part of the address, decoded. */
    public record Parameter(String name, String value) {}

    /** The parts of the address, for a form that adds to them. */
    public List<Parameter> parameters() {
        var parameters = new ArrayList<Parameter>();
        add(parameters, "q", q);
        add(parameters, "field", field);
        add(parameters, "goal", goal);
        add(parameters, "responsible", responsible);
        if (status != null) {
            status.forEach(one -> add(parameters, "status", one));
        }
        add(parameters, "late", late);
        add(parameters, "quiet", quiet);
        add(parameters, "shown", shown);
        return parameters;
    }

    private static void add(List<Parameter> parameters, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parameters.add(new Parameter(name, value));
        }
    }
}
