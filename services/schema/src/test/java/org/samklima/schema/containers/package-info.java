/** Whether tests run against containers, and which images those come from. */
@NullMarked
package org.samklima.schema.containers;

import org.jspecify.annotations.NullMarked;
