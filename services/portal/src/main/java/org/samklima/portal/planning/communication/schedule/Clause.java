package org.samklima.portal.planning.communication.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.communication.schedule.Moment.Unit;
import org.samklima.portal.planning.communication.schedule.Token.Kind;

/** What one part of the text says, between its semicolons. */
final class Clause {

    private final List<Token> tokens;
    private final Stretches stretches = new Stretches();
    private final List<Token> unread = new ArrayList<>();
    private @Nullable Token waitingNumber;
    private @Nullable Token connection;
    private boolean begins;

    List<Moment> moments = List.of();

    @Nullable Times times;

    @Nullable Integer from;

    @Nullable Integer until;

    boolean ongoing;
    boolean adHoc;
    boolean yearWheel;
    boolean every;

    private Clause(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Clause of(List<Token> tokens) {
        var clause = new Clause(tokens);
        clause.every = tokens.stream().anyMatch(token -> token.is(Kind.EVERY));
        for (int index = 0; index < tokens.size(); index++) {
            clause.read(tokens.get(index), index);
        }
        clause.giveUpNumber();
        clause.conclude();
        return clause;
    }

    /** In the order of the text. */
    List<Token> unread() {
        return unread;
    }

    private void read(Token token, int index) {
        switch (token.kind()) {
            case MOMENT -> moment(token);
            case NUMBER -> number(token);
            case YEAR -> year(token.number(), index);
            case TIMES -> {
                if (times == null) {
                    times = token.times();
                } else {
                    unread.add(token);
                }
            }
            case ONGOING -> ongoing = true;
            case AD_HOC -> adHoc = true;
            case YEAR_WHEEL -> yearWheel = true;
            case FROM, ONWARDS -> begins = true;
            case TO, AND -> connection = token;
            case UNKNOWN -> {
                giveUpNumber();
                unread.add(token);
            }
            case EVERY, FILLER, END -> {
                // Says nothing.
            }
        }
        if (!token.is(Kind.TO, Kind.AND, Kind.FILLER)) {
            connection = null;
        }
    }

    private boolean isTo() {
        return connection != null && connection.is(Kind.TO);
    }

    private void moment(Token token) {
        var moment = Objects.requireNonNull(token.moment());
        boolean ranges = isTo();
        if (waitingNumber != null) {
            ranges = before(moment, waitingNumber.number(), ranges);
        }
        giveUpNumber();
        stretches.add(moment, ranges);
    }

    /** The 1 of "1.-3. kvartal", of "1. og 15. maj". */
    private boolean before(Moment moment, int number, boolean ranges) {
        try {
            if (moment.unit() == Unit.DAY && !ranges) {
                stretches.add(new Moment(Unit.DAY, moment.year(), moment.number(), number), false);
            } else if (moment.unit() == Unit.MONTH || moment.unit() == Unit.SEASON) {
                return false;
            } else if (moment.unit() != Unit.DAY) {
                stretches.add(Moment.of(moment.unit(), null, number), false);
            }
            waitingNumber = null;
            return ranges && moment.unit() != Unit.DAY;
        } catch (IllegalArgumentException noSuchTime) {
            return false;
        }
    }

    private void number(Token token) {
        giveUpNumber();
        if (connection == null || !stretches.addAnother(token.number(), isTo())) {
            waitingNumber = token;
        }
    }

    private void giveUpNumber() {
        if (waitingNumber != null) {
            unread.add(waitingNumber);
            waitingNumber = null;
        }
    }

    private void year(int year, int index) {
        if (!every && stretches.takeYear(year)) {
            return;
        }
        if (!every && leads(index)) {
            stretches.lead(year);
        } else if (isTo() && stretches.isEmpty()) {
            until = year;
        } else {
            stretches.add(Moment.of(Unit.YEAR, year, 0), isTo());
        }
    }

    /** Whether a moment follows that this year belongs to: "2022: Q2 and Q3". */
    private boolean leads(int index) {
        for (var next : tokens.subList(index + 1, tokens.size())) {
            if (!next.is(Kind.FILLER)) {
                return next.is(Kind.MOMENT)
                        && Objects.requireNonNull(next.moment()).isEveryYear();
            }
        }
        return false;
    }

    private void conclude() {
        List<Moment> read;
        try {
            read = stretches.moments(every);
        } catch (IllegalArgumentException noSuchRange) {
            giveUp();
            return;
        }
        if (isOnlyPartOfSomething(read)) {
            giveUp();
            return;
        }
        var years = read.stream().filter(moment -> moment.unit() == Unit.YEAR).toList();
        if (!years.isEmpty() && (begins || ongoing || times != null || yearWheel || every)) {
            from = years.getFirst().year();
            until = begins && years.size() == 1 ? null : years.getLast().year();
            read = read.stream().filter(moment -> !years.contains(moment)).toList();
            ongoing |= begins && times == null && !yearWheel && !every;
        } else if (ongoing && begins && read.size() == 1) {
            from = read.getFirst().year();
            read = List.of();
        }
        if (every && times == null && read.isEmpty() && !ongoing && !yearWheel) {
            times = Times.exactly(1);
        } else if (times != null && times.isOne() && !read.isEmpty()) {
            times = null;
        }
        moments = read;
    }

    /** A figure that was not understood, or a year after a word that was not, makes the rest of it mean something else. */
    private boolean isOnlyPartOfSomething(List<Moment> read) {
        return unread.stream().anyMatch(Token::hasFigure)
                || !unread.isEmpty() && read.stream().anyMatch(moment -> moment.unit() == Unit.YEAR);
    }

    private void giveUp() {
        unread.clear();
        unread.addAll(tokens);
        times = null;
        from = null;
        until = null;
        ongoing = false;
        adHoc = false;
        yearWheel = false;
        every = false;
    }
}
