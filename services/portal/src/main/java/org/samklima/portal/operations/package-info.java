/**
 * What the operator watches: what happens, how the queues stand, numbers over all tenants, and traces that go on in jobs and
 * listeners.
 */
@NullMarked
package org.samklima.portal.operations;

import org.jspecify.annotations.NullMarked;
