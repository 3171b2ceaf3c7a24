/**
 * What a tenant's own indicators mean, and the sector lists that divide them: defined, changed, removed.
 */
@NullMarked
package org.samklima.portal.indicators.definitions;

import org.jspecify.annotations.NullMarked;
