package org.samklima.portal.indicators.imports;

/** A row about somebody who is no member, or not the tenant that imports. */
final class AboutSomebodyElse extends Misread {

    private final String name;

    AboutSomebodyElse(RowProblem problem, String name) {
        super(problem);
        this.name = name;
    }

    String name() {
        return name;
    }
}
