/** Users, their roles in each tenant, invitations. */
@NullMarked
package org.samklima.portal.people;

import org.jspecify.annotations.NullMarked;
