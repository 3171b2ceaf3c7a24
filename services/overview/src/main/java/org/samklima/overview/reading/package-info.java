/** An edition in memory, in a shape made for reading, and the arithmetic over it. */
@NullMarked
package org.samklima.overview.reading;

import org.jspecify.annotations.NullMarked;
