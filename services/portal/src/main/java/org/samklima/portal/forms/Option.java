package org.samklima.portal.forms;

import java.math.BigDecimal;
import org.samklima.published.Texts;

/**
 * A permitted answer of a choice.
 *
 * @param code unique in its question, the same between years
 * @param points may be negative
 * @param meetsRequirement in a basic requirement: whether choosing it meets the requirement
 * @param exclusive in a choice of several: cannot be ticked together with another ("none of these")
 */
public record Option(String code, Texts text, BigDecimal points, boolean meetsRequirement, boolean exclusive) {

    public Option {
        Codes.checked(code);
        points = Decimals.normal(points);
    }
}
