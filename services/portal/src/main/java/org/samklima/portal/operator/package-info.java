/** What the platform's operator does: creating tenants. Sees the directory, never what is in a tenant. */
@NullMarked
package org.samklima.portal.operator;

import org.jspecify.annotations.NullMarked;
