/** The first page: where a person works, and the way in. */
@NullMarked
package org.samklima.portal.home;

import org.jspecify.annotations.NullMarked;
