/**
 * A deadline evening on the whole running system: who takes part, what they do, what it costs, and whether everything that was
 * acknowledged is there. {@code docs/load.md} says how to run it and what came out.
 */
@NullMarked
package org.samklima.load;

import org.jspecify.annotations.NullMarked;
