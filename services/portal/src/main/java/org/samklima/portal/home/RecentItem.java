package org.samklima.portal.home;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed in a tenant and that a person there wants to know.
 *
 * @param what happened, as a sentence in the reader's language
 * @param at when
 * @param by whose doing: a colleague's or a network's name; null where the sentence says it, or nobody did
 * @param path of the page that shows it, within the tenant, starting with a slash
 */
public record RecentItem(String what, Instant at, @Nullable String by, String path) {}
