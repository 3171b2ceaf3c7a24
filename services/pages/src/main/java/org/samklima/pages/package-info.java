/**
 * The page shell both web applications share: layout, components, languages, the way figures are written, assets and charts.
 *
 * <p>An application gets all of it by depending on this module; see {@link org.samklima.pages.PagesAutoConfiguration}.
 */
@NullMarked
package org.samklima.pages;

import org.jspecify.annotations.NullMarked;
