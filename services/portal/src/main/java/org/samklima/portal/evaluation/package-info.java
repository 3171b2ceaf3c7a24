/** An association's view of what it received: the board of a round, reviews, scores, and what the answers say together. */
@NullMarked
package org.samklima.portal.evaluation;

import org.jspecify.annotations.NullMarked;
