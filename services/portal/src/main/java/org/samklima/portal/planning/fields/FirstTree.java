package org.samklima.portal.planning.fields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The fields of action that most plans have, mapped to the sector lists that come with the product. */
@Component
class FirstTree {

    /** By the name's key, in the order in which they are read; a Swedish list means nothing elsewhere. */
    private static final Map<String, List<String>> SECTORS = new LinkedHashMap<>();

    static {
        SECTORS.put("energy", List.of("se-official/power-and-district-heating", "gpc/i-4"));
        SECTORS.put(
                "transport",
                List.of(
                        "se-official/transport",
                        "se-official/international-transport",
                        "gpc/ii-1",
                        "gpc/ii-2",
                        "gpc/ii-3",
                        "gpc/ii-4",
                        "gpc/ii-5"));
        SECTORS.put("buildings", List.of("se-official/heating", "gpc/i-1", "gpc/i-2"));
        SECTORS.put("agriculture", List.of("se-official/agriculture", "gpc/i-5", "gpc/v-1", "gpc/v-2", "gpc/v-3"));
        SECTORS.put(
                "consumption",
                List.of(
                        "se-official/waste",
                        "se-official/product-use",
                        "gpc/iii-1",
                        "gpc/iii-2",
                        "gpc/iii-3",
                        "gpc/iii-4",
                        "gpc/iv-2",
                        "gpc/vi"));
        SECTORS.put("organisation", List.of());
        SECTORS.put("adaptation", List.of());
    }

    private final MessageSource messages;

    FirstTree(MessageSource messages) {
        this.messages = messages;
    }

    List<Field.Terms> of(Tenant tenant) {
        var language = Locale.of(tenant.defaultLanguage());
        return SECTORS.entrySet().stream()
                .map(field -> new Field.Terms(
                        messages.getMessage("fields.first." + field.getKey(), null, language),
                        null,
                        sectors(field.getValue(), tenant)))
                .toList();
    }

    private static List<FieldSector> sectors(List<String> written, Tenant tenant) {
        return written.stream()
                .map(FieldSector::parse)
                .filter(sector ->
                        !sector.list().equals("se-official") || tenant.country().equals("SE"))
                .toList();
    }
}
