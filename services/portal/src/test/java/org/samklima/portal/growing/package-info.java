/** What many tenants on one machine cost: docs/scaling.md. */
@NullMarked
package org.samklima.portal.growing;

import org.jspecify.annotations.NullMarked;
