package org.samklima.overview.web;

import org.jspecify.annotations.Nullable;

/**
 * A statement as a page shows it.
 *
 * @param figure in large type
 * @param unit of the figure; null for a share or a change
 * @param text reads on after the figure
 * @param textLanguage the text's language where it is not the page's
 * @param of the denominators, as a sentence
 * @param overTime how it stood before, as a sentence
 * @param href where more about it stands
 * @param more what the link there says
 */
record Finding(
        String figure,
        @Nullable String unit,
        String text,
        @Nullable String textLanguage,
        String of,
        @Nullable String overTime,
        @Nullable String href,
        String more) {}
