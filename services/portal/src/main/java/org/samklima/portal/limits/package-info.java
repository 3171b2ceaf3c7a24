/** How much one address, one person and one tenant may ask of the portal in a minute. */
@NullMarked
package org.samklima.portal.limits;

import org.jspecify.annotations.NullMarked;
