@NullMarked
package org.samklima.schema;

import org.jspecify.annotations.NullMarked;
