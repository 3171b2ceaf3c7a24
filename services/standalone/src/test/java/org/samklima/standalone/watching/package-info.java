/** What an operator has in front of them, read as their tools read it. */
@NullMarked
package org.samklima.standalone.watching;

import org.jspecify.annotations.NullMarked;
