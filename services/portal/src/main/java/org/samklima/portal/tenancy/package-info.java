/** Tenants, the bound tenant, the path prefix, the transaction's tenant, and who acts in it. */
@NullMarked
package org.samklima.portal.tenancy;

import org.jspecify.annotations.NullMarked;
