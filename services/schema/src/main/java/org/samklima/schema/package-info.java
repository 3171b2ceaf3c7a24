/**
 * The database: its roles, its changelogs, its row-level-security policies. Runs as a job before the services, so that
 * the schema owner's password never enters a running service.
 */
@NullMarked
package org.samklima.schema;

import org.jspecify.annotations.NullMarked;
