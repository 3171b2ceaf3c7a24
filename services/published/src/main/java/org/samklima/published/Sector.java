package org.samklima.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One sector of a list.
 *
 * @param gpc the sector of the Global Protocol for Community-Scale inventories it is mapped to, for example {@code II.1}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sector(String code, Texts name, @Nullable String gpc) {}
