/**
 * What is measured and what was observed: shared and own indicators, sector lists, official and own figures, the arithmetic
 * over them, and the official statistics that an association imports for all its members. How figures come in and are shown
 * stands in the packages below.
 *
 * <p>Others read through {@link org.samklima.portal.indicators.IndicatorCatalogue}, {@link
 * org.samklima.portal.indicators.Observations} (whatever the bound tenant keeps) and {@link
 * org.samklima.portal.indicators.Figures} (what there is to know about the bound tenant itself, its networks' official
 * figures included).
 */
@NullMarked
package org.samklima.portal.indicators;

import org.jspecify.annotations.NullMarked;
