/**
 * Parts of the plan that leave as lists and come back: what their cells say, and the page on which one is tried and imported.
 */
@NullMarked
package org.samklima.portal.planning.lists;

import org.jspecify.annotations.NullMarked;
