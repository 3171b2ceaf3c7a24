/** Which requests need a signed-in person, and what is said when signing in does not work. */
@NullMarked
package org.samklima.portal.signin;

import org.jspecify.annotations.NullMarked;
