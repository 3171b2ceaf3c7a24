/** How long what nobody needs any more is kept: a night's work over all tenants. */
@NullMarked
package org.samklima.portal.retention;

import org.jspecify.annotations.NullMarked;
