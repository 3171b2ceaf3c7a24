/** The two ways across a tenant's wall: submit into a letterbox, publish on the members' shelf. */
@NullMarked
package org.samklima.portal.letterbox;

import org.jspecify.annotations.NullMarked;
