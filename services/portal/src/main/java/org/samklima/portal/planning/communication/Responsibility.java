package org.samklima.portal.planning.communication;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samklima.portal.people.People;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who stands behind the names of those responsible: the people whom the glossary puts there. */
@Component
class Responsibility {

    private final JdbcClient jdbc;
    private final Glossary glossary;
    private final People people;

    Responsibility(JdbcClient jdbc, Glossary glossary, People people) {
        this.jdbc = jdbc;
        this.glossary = glossary;
        this.people = people;
    }

    private record Named(UUID entry, String responsible) {}

    /** The rows of the plan that name a party behind which this person stands. */
    @Transactional(readOnly = true)
    Set<UUID> entriesOf(UUID person) {
        var parties = glossary.all();
        var theirs = parties.stream()
                .filter(party -> party.people().contains(person))
                .collect(Collectors.toSet());
        if (theirs.isEmpty()) {
            return Set.of();
        }
        var names = new PartyNames(parties);
        return named().stream()
                .filter(entry -> names.named(entry.responsible).stream().anyMatch(theirs::contains))
                .map(Named::entry)
                .collect(Collectors.toSet());
    }

    private List<Named> named() {
        return jdbc.sql("SELECT id, responsible FROM communication_entry WHERE tenant_id = ? AND responsible <> ''")
                .param(Tenancy.tenantId())
                .query((row, _) -> new Named(row.getObject("id", UUID.class), row.getString("responsible")))
                .list();
    }

    /** @throws Problem if nobody here has that id */
    void checkWorksHere(UUID person) {
        if (people.all().stream().noneMatch(user -> user.personId().equals(person))) {
            throw Problem.invalid("communication.person-unknown");
        }
    }
}
