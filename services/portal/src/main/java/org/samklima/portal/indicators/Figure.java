package org.samklima.portal.indicators;

import java.math.BigDecimal;
import java.util.Optional;
import org.samklima.published.NotationKey;

/** What was observed: a value, or a key that says why there is none. Where nothing was observed there is no figure. */
public sealed interface Figure {

    /** Whatever is measured stays below this, and so what is larger is a mistake. */
    BigDecimal LIMIT = BigDecimal.TEN.pow(12);

    /** More decimals say nothing about a municipality. */
    int MAX_SCALE = 30;

    /** The value, if it has one. A notation key is never a zero. */
    default Optional<BigDecimal> value() {
        return this instanceof Value(var amount) ? Optional.of(amount) : Optional.empty();
    }

    /** Whether both say the same; 5 and 5.0 do. */
    static boolean isSame(Figure one, Figure other) {
        return one instanceof Value(var before) && other instanceof Value(var after)
                ? before.compareTo(after) == 0
                : one.equals(other);
    }

    /** An exact decimal in the indicator's unit. */
    record Value(BigDecimal amount) implements Figure {

        /** @throws IllegalArgumentException if it is larger than anything measured */
        public Value {
            if (!isPlausible(amount)) {
                throw new IllegalArgumentException("Too large: " + amount);
            }
        }

        /** Whether anything measured can be so large, or so precise. */
        public static boolean isPlausible(BigDecimal amount) {
            return amount.abs().compareTo(LIMIT) < 0 && amount.scale() <= MAX_SCALE && amount.scale() >= -12;
        }
    }

    /**
     * Why there is no value.
     *
     * @param explanation in the words of whoever entered it
     */
    record Noted(NotationKey key, String explanation) implements Figure {

        /** @throws IllegalArgumentException without an explanation */
        public Noted {
            if (explanation.isBlank()) {
                throw new IllegalArgumentException("A notation key needs an explanation");
            }
        }

        /** What does not occur is complete without a value; what was not estimated is not. */
        public boolean isComplete() {
            return key == NotationKey.NO;
        }
    }
}
