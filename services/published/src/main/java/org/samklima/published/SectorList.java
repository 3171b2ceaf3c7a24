package org.samklima.published;

import java.util.List;

/** The sectors that together make an indicator's whole. */
public record SectorList(String code, Texts name, List<Sector> sectors) {

    public SectorList {
        sectors = Lists.copy(sectors);
    }
}
