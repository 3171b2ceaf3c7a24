/**
 * The tenant's own figures typed in, many at once, as the correction of official ones too.
 */
@NullMarked
package org.samklima.portal.indicators.entry;

import org.jspecify.annotations.NullMarked;
