package org.samklima.portal.planning.activityexchange;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.people.TenantUser;
import org.samklima.portal.planning.lists.Shortened;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.Spelling;

/**
 * Who is meant by a name or an e-mail address in a list.
 *
 * @param people of the tenant
 */
record Responsibles(List<TenantUser> people) {

    /** @param id null for somebody who does not work here, who is kept by name */
    record Named(@Nullable UUID id, String name) {}

    /** @throws Problem if nobody has the address, or several the name */
    Named find(String text) {
        var found = people.stream().filter(person -> isMeant(person, text)).toList();
        if (found.size() > 1) {
            throw Problem.invalid("activityexchange.person-ambiguous", Shortened.of(text));
        }
        if (found.isEmpty() && text.contains("@")) {
            throw Problem.invalid("activityexchange.person-unknown", Shortened.of(text));
        }
        return found.isEmpty()
                ? new Named(null, text)
                : new Named(found.getFirst().personId(), found.getFirst().name());
    }

    private static boolean isMeant(TenantUser person, String text) {
        return person.email().equalsIgnoreCase(text)
                || Spelling.fold(person.name()).equals(Spelling.fold(text));
    }
}
