/** The members of an association and their peer groups; and, from the other side, the networks a tenant belongs to. */
@NullMarked
package org.samklima.portal.network;

import org.jspecify.annotations.NullMarked;
