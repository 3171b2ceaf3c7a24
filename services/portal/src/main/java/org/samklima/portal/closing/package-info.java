/** A tenant leaves: asked for by its managers, closed by the operator, erased when the time to come back is over. */
@NullMarked
package org.samklima.portal.closing;

import org.jspecify.annotations.NullMarked;
