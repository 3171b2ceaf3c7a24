package org.samklima.portal.indicators.imports;

/** What becomes of a row of a file. Each row is of one kind, so that together they are the file. */
enum RowKind {
    /** Its figures are of the whole: of all sectors, or of what has none. */
    WHOLE,
    /** Its figures are of one sector. */
    SECTOR,
    /** Left out: a total over a whole county, whose places stand in the file themselves. */
    COUNTY_TOTAL,
    /** Left out: a total over all places. */
    COUNTRY_TOTAL,
    /** Left out: a part of a sector, or of the whole, that is counted already. */
    PART,
    /** Left out: a sector whose parts are counted already. */
    SUM_OF_PARTS,
    /** Left out: a row over all sectors, as asked for. */
    WHOLE_LEFT_OUT,
    /** Left out: about somebody else. */
    OTHER_PLACE,
    /** Left out: official where own figures are imported, or the other way round. */
    OTHER_ORIGIN,
    /** Left out by a condition. */
    CONDITION,
    /** No figure in it. */
    EMPTY,
    /** Something in it is wrong. */
    WRONG;

    public boolean isTaken() {
        return this == WHOLE || this == SECTOR;
    }
}
