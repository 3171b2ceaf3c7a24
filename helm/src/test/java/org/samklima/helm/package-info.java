/**
 * What the chart promises, asked of the real Helm: for several files of values it is rendered, every object is read strictly
 * into Kubernetes' own types, and what matters is looked at there.
 */
@NullMarked
package org.samklima.helm;

import org.jspecify.annotations.NullMarked;
