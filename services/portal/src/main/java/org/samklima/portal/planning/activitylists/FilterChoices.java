package org.samklima.portal.planning.activitylists;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Choice;
import org.samklima.portal.people.People;
import org.samklima.portal.people.TenantUser;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What activities can be filtered by. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FilterChoices {

    private final JdbcClient jdbc;
    private final People people;

    FilterChoices(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    List<Choice> goals(Locale language) {
        var goals = jdbc.sql("SELECT id, title FROM goal WHERE tenant_id = ?")
                .param(Tenancy.tenantId())
                .query((row, _) -> Choice.of(row.getString("id"), row.getString("title")))
                .list();
        return inOrder(goals, language);
    }

    private record Responsible(@Nullable UUID person, String name) {}

    /** Whoever is responsible for any activity: people of the tenant, and others by name. */
    List<Choice> responsible(Locale language) {
        var names = people.all().stream().collect(Collectors.toMap(TenantUser::personId, TenantUser::name));
        var choices = jdbc
                .sql("SELECT responsible_id, max(responsible) AS name FROM activity"
                        + " WHERE tenant_id = ? AND (responsible_id IS NOT NULL OR responsible <> '')"
                        + " GROUP BY responsible_id, CASE WHEN responsible_id IS NULL THEN responsible END")
                .param(Tenancy.tenantId())
                .query((row, _) -> new Responsible(row.getObject("responsible_id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .map(one -> one.person == null
                        ? Choice.of(one.name, one.name)
                        : Choice.of(one.person.toString(), names.getOrDefault(one.person, one.name)))
                .toList();
        return inOrder(choices, language);
    }

    private static List<Choice> inOrder(List<Choice> choices, Locale language) {
        var sorted = new ArrayList<>(choices);
        sorted.sort(Comparator.comparing(Choice::label, Collator.getInstance(language)));
        return sorted;
    }
}
