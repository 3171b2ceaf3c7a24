@NullMarked
package org.samklima.pages;

import org.jspecify.annotations.NullMarked;
