/** Plain mail: written in the transaction of what it tells about, sent in the background until the mail server takes it. */
@NullMarked
package org.samklima.portal.mail;

import org.jspecify.annotations.NullMarked;
