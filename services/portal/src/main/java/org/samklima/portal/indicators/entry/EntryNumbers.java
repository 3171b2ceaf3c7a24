package org.samklima.portal.indicators.entry;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;

/** Numbers as the reader's language writes them, where they stand among other fields of the same name. */
@Component
class EntryNumbers {

    private final ConversionService conversion;

    EntryNumbers(@Qualifier("mvcConversionService") ConversionService conversion) {
        this.conversion = conversion;
    }

    /** Empty if it is no number. */
    Optional<BigDecimal> read(String text) {
        try {
            return Optional.ofNullable(conversion.convert(text, BigDecimal.class));
        } catch (ConversionException unreadable) {
            return Optional.empty();
        }
    }

    /** With all its decimals. */
    String write(BigDecimal amount) {
        return Objects.requireNonNull(conversion.convert(amount, String.class));
    }
}
