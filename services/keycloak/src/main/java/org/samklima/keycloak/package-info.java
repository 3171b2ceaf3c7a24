@NullMarked
package org.samklima.keycloak;

import org.jspecify.annotations.NullMarked;
