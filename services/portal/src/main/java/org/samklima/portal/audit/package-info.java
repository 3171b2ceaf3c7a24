/** Who did what when, in each tenant; readable by the tenant's own managers. */
@NullMarked
package org.samklima.portal.audit;

import org.jspecify.annotations.NullMarked;
