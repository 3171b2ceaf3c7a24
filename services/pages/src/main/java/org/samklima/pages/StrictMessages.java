package org.samklima.pages;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.DelegatingMessageSource;

/** Messages as templates see them: a missing key fails the page, where Thymeleaf alone would print the key to the reader. */
final class StrictMessages extends DelegatingMessageSource {

    StrictMessages(MessageSource messages) {
        setParentMessageSource(messages);
    }

    @Override
    public String getMessage(String code, Object @Nullable [] args, @Nullable Locale locale) {
        try {
            return super.getMessage(code, args, locale);
        } catch (NoSuchMessageException missing) {
            throw new IllegalStateException("No message '" + code + "' in any messages/*.properties", missing);
        }
    }
}
