package org.samklima.portal.planning.fields;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;

/**
 * A field of action.
 *
 * @param parent the field that it is a part of; null at the top
 * @param position among those with the same parent, ascending
 * @param sectors that it stands for
 * @param lockVersion counts its changes
 */
public record Field(
        UUID id, @Nullable UUID parent, String name, int position, SortedSet<FieldSector> sectors, int lockVersion) {

    static final int LONGEST_NAME = 200;

    public Field {
        sectors = sorted(sectors);
    }

    private static SortedSet<FieldSector> sorted(Collection<FieldSector> sectors) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(sectors));
    }

    /**
     * What a person decides about a field.
     *
     * @param parent null at the top
     */
    record Terms(String name, @Nullable UUID parent, Collection<FieldSector> sectors) {

        /** @throws Problem without a name, or with one that is too long */
        Terms {
            name = name.strip().replaceAll("\\s+", " ");
            if (name.isEmpty()) {
                throw Problem.invalid("fields.nameless");
            }
            if (name.length() > LONGEST_NAME) {
                throw Problem.invalid("fields.name-too-long", LONGEST_NAME);
            }
            sectors = sorted(sectors);
        }
    }

    static Field fresh(UUID id, Terms terms, int position) {
        return new Field(id, terms.parent(), terms.name(), position, sorted(terms.sectors()), 0);
    }

    Field with(Terms terms, int position) {
        return new Field(id, terms.parent(), terms.name(), position, sorted(terms.sectors()), lockVersion + 1);
    }
}
