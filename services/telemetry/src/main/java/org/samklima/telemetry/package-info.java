/**
 * What the operator sees of an application: metrics on a port of their own, traces where somebody takes them, logs that
 * machines can read and that hold nothing of people.
 */
@NullMarked
package org.samklima.telemetry;

import org.jspecify.annotations.NullMarked;
