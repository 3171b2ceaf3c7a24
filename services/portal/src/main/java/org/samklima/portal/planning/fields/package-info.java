/** Fields of action: the tenant's own tree by which goals and activities are ordered. */
@NullMarked
package org.samklima.portal.planning.fields;

import org.jspecify.annotations.NullMarked;
