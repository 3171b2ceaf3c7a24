/**
 * A tenant's own climate work, all year: goals, activities and their log, the communication plan; its history and the
 * versions that were adopted. Each is a package below this one; other modules use what is public here.
 */
@NullMarked
package org.samklima.portal.planning;

import org.jspecify.annotations.NullMarked;
