package org.samklima.portal.planning.goals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.PlanAnswer;
import org.samklima.portal.planning.PlanAnswers;
import org.samklima.portal.planning.fields.Fields;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A goal as the answer to a question of a report. */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class GoalAnswers implements PlanAnswers {

    private final Goals goals;
    private final Standings standings;
    private final Fields fields;
    private final GoalWords words;
    private final Tenants tenants;

    GoalAnswers(Goals goals, Standings standings, Fields fields, GoalWords words, Tenants tenants) {
        this.goals = goals;
        this.standings = standings;
        this.fields = fields;
        this.words = words;
        this.tenants = tenants;
    }

    @Override
    public Part part() {
        return Part.GOAL;
    }

    /** Those that are pursued. */
    @Override
    public List<Choice> choices(Locale language) {
        var pursued = goals.all().stream().filter(goal -> !goal.isArchived()).toList();
        var standing = standings.of(pursued);
        var tree = fields.tree();
        var wording = words.in(language, fallback());
        return pursued.stream()
                .map(goal -> new Choice(
                        goal.id(),
                        goal.title(),
                        Stream.of(
                                        tree.path(goal.terms().field()),
                                        wording.word("state."
                                                + Objects.requireNonNull(standing.get(goal.id()))
                                                        .state()))
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    /** The figures are those of today: the year of the report changes nothing about where a goal stands. */
    @Override
    public Optional<PlanAnswer> answer(List<UUID> items, int year, Locale language) {
        var answered = new ArrayList<Goal>();
        for (var id : items) {
            goals.find(id).ifPresent(answered::add);
        }
        if (answered.isEmpty() || answered.size() < items.size()) {
            return Optional.empty();
        }
        var standing = standings.of(answered);
        var first = answered.getFirst();
        return Optional.of(new PlanAnswer(
                items,
                answered.stream().map(Goal::title).collect(Collectors.joining("; ")),
                answered.stream()
                        .map(goal -> goal.title() + ". "
                                + words.sentence(
                                        goal, Objects.requireNonNull(standing.get(goal.id())), language, fallback()))
                        .collect(Collectors.joining("\n")),
                day(first),
                first.terms().decision().link()));
    }

    private static @Nullable LocalDate day(Goal goal) {
        var milestone = goal.terms().milestone();
        return milestone == null ? goal.terms().decision().on() : milestone.dueOn();
    }

    private String fallback() {
        return tenants.get(Tenancy.tenantId()).defaultLanguage();
    }
}
