/** What the tests of both applications share: a browser, and the checks of their words. */
@NullMarked
package org.samklima.pages.testing;

import org.jspecify.annotations.NullMarked;
