package org.samklima.portal.tables;

/** How decimals are written. */
public enum NumberStyle {
    /** 1 234,5 and 1.234,5 and 1234,5. */
    DECIMAL_COMMA,
    /** 1 234.5 and 1,234.5 and 1234.5. */
    DECIMAL_POINT,
    /** Not known: what can only be read in one way is read so, and 1,234 is refused. */
    UNDECIDED
}
