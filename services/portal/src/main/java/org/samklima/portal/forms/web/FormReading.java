package org.samklima.portal.forms.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Question;
import org.samklima.portal.forms.Section;
import org.samklima.published.MemberKind;

/**
 * A report form as members of one kind read it, in one language.
 *
 * @param language of the form's texts; the page around may be in another
 * @param maximum the most points there are to be had
 */
record FormReading(
        String language,
        MemberKind memberKind,
        String title,
        @Nullable String introduction,
        BigDecimal maximum,
        List<ReadSection> sections) {

    /** A section with its number. */
    record ReadSection(int number, Section section, BigDecimal maximum, List<ReadQuestion> questions) {}

    /**
     * A question with its number, as 4.2.
     *
     * @param facts under which condition it is shown, what it gives and who sees the answer, in the language of the page
     */
    record ReadQuestion(String number, Question question, List<String> facts) {}
}
