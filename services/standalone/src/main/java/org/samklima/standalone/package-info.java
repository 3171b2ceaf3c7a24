@NullMarked
package org.samklima.standalone;

import org.jspecify.annotations.NullMarked;
