package org.samklima.load;

/** As {@link Evening}, but the members get quicker and quicker: what gives way first? */
final class Steps {

    private Steps() {}

    static void main(String[] args) {
        Evening.run(Staircase.class);
    }
}
