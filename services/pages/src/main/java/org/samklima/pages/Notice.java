package org.samklima.pages;

import java.io.Serializable;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the next page says about what was just done. It waits in the session, so its arguments are texts; the words come from
 * the message bundles, in the language of the page that shows it.
 *
 * @param kind how it is shown
 * @param key of the message
 * @param arguments of the message, as they shall be read
 */
public record Notice(Kind kind, String key, List<String> arguments) implements Serializable {

    static final String ATTRIBUTE = "notice";

    public enum Kind {
        SUCCESS,
        INFORMATION,
        WARNING,
        ERROR
    }

    public static Notice success(String key, String... arguments) {
        return new Notice(Kind.SUCCESS, key, List.of(arguments));
    }

    public static Notice information(String key, String... arguments) {
        return new Notice(Kind.INFORMATION, key, List.of(arguments));
    }

    public static Notice warning(String key, String... arguments) {
        return new Notice(Kind.WARNING, key, List.of(arguments));
    }

    public static Notice error(String key, String... arguments) {
        return new Notice(Kind.ERROR, key, List.of(arguments));
    }

    /** Shows this on the page the redirect leads to. */
    public void on(RedirectAttributes redirect) {
        redirect.addFlashAttribute(ATTRIBUTE, this);
    }
}
