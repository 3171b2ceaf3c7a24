package org.samklima.load;

/** {@link Evening} and {@link Steps} with one founding, one start and one sign-in. */
final class EveningAndSteps {

    private EveningAndSteps() {}

    static void main(String[] args) {
        Evening.run(DeadlineEvening.class, Staircase.class);
    }
}
