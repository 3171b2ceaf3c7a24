package org.samklima.portal.planning.fields;

import java.util.Comparator;
import org.samklima.portal.problem.Problem;

/**
 * A sector that a field of action stands for.
 *
 * @param list code of a sector list
 * @param sector code of a sector in it
 */
public record FieldSector(String list, String sector) implements Comparable<FieldSector> {

    private static final Comparator<FieldSector> ORDER =
            Comparator.comparing(FieldSector::list).thenComparing(FieldSector::sector);

    /**
     * From {@code list/sector}, as forms send it.
     *
     * @throws Problem if it is not written so
     */
    static FieldSector parse(String written) {
        var parts = written.split("/", -1);
        if (parts.length != 2) {
            throw Problem.invalid("fields.unknown-sector", written);
        }
        return new FieldSector(parts[0], parts[1]);
    }

    String written() {
        return list + "/" + sector;
    }

    @Override
    public int compareTo(FieldSector other) {
        return ORDER.compare(this, other);
    }
}
