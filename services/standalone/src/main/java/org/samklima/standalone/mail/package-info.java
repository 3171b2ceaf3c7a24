/** Takes every mail that the system sends, delivers none, and shows them on a page. */
@NullMarked
package org.samklima.standalone.mail;

import org.jspecify.annotations.NullMarked;
