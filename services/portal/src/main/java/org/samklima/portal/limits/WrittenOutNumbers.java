package org.samklima.portal.limits;

import java.math.BigDecimal;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Refuses numbers like 1e999999999 in what programs send: short to write, and written out they fill the memory. No figure of a
 * report comes near.
 */
@JacksonComponent
class WrittenOutNumbers extends StdDeserializer<BigDecimal> {

    private static final int MOST_DIGITS = 100;

    WrittenOutNumbers() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser json, DeserializationContext context) {
        var number = NumberDeserializers.BigDecimalDeserializer.instance.deserialize(json, context);
        if (number != null && (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS)) {
            throw context.weirdNumberException(
                    number, BigDecimal.class, "a number has at most " + MOST_DIGITS + " digits");
        }
        return number;
    }
}
