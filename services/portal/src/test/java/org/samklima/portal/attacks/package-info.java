/**
 * What somebody who means harm would try, each kind in a class of its own; docs/security.md says which promise each keeps. Walls between tenants are tried
 * in {@code isolation}, uploads in {@code files} and {@code tables}, scripts in texts in {@code ScriptInTextsBrowserTests}.
 */
@NullMarked
package org.samklima.portal.attacks;

import org.jspecify.annotations.NullMarked;
