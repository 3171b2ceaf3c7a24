/** Faults, one after the other, before the real system: what is broken, what people meet meanwhile, and what is left of it. */
@NullMarked
package org.samklima.faults;

import org.jspecify.annotations.NullMarked;
