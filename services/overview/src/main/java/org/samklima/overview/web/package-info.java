/** The pages anybody may read: {@code /{language}/{network}/…}, of the newest edition or of one named in the address. */
@NullMarked
package org.samklima.overview.web;

import org.jspecify.annotations.NullMarked;
