package org.samklima.pages;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;

/** How each language writes figures, dates and texts: for controllers, documents and mail. */
public final class FigureTexts {

    private final MessageSource messages;
    private final Map<String, FigureText> byLanguage = new ConcurrentHashMap<>();

    FigureTexts(MessageSource messages) {
        this.messages = messages;
    }

    public FigureText in(Locale language) {
        return byLanguage.computeIfAbsent(language.getLanguage(), code -> new FigureText(Locale.of(code), messages));
    }
}
