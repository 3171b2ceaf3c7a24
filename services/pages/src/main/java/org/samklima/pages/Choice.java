package org.samklima.pages;

import org.jspecify.annotations.Nullable;

/**
 * One of the answers a select, a group of checkboxes or of radio buttons offers.
 *
 * @param value what the form sends
 * @param label what the reader sees, already in the reader's language
 * @param help a sentence below the label, or null
 */
public record Choice(String value, String label, @Nullable String help) {

    public static Choice of(String value, String label) {
        return new Choice(value, label, null);
    }
}
