package org.samklima.portal.planning.communication.schedule;

/**
 * How often a year. "2-4 meetings a year" promises two, which become tasks; the other two are what may be.
 *
 * @param least from 1 to {@value #MOST_A_YEAR}
 * @param most not less than that
 */
public record Times(int least, int most) {

    /** More often is no plan but a habit. */
    public static final int MOST_A_YEAR = 366;

    /** @throws IllegalArgumentException if these are no such numbers */
    public Times {
        if (least < 1 || most < least || most > MOST_A_YEAR) {
            throw new IllegalArgumentException("Not so often: " + least + " to " + most);
        }
    }

    public static Times exactly(int often) {
        return new Times(often, often);
    }

    boolean isOne() {
        return most == 1;
    }
}
