/** Goals: what is to be reached by when, where that stands, and what is still needed each year. */
@NullMarked
package org.samklima.portal.planning.goals;

import org.jspecify.annotations.NullMarked;
