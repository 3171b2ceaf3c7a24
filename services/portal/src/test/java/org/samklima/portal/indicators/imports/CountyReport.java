package org.samklima.portal.indicators.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.samklima.portal.tables.TableExport;

/**
 * An invented report of the shape in which Sweden's emission database hands out its own: four lines above the headings, years
 * over one column each, "Alla" in the place of what a row is the total of, and sectors spelt otherwise than elsewhere.
 */
public final class CountyReport {

    static final List<Integer> YEARS = List.of(1990, 2000, 2005, 2022);

    /** Nine sectors with their parts; two have none. */
    static final Map<String, List<String>> SECTORS = new LinkedHashMap<>();

    static {
        SECTORS.put("Transporter", List.of("Personbilar", "Tunga lastbilar", "Järnväg"));
        SECTORS.put("Industri (energi + processer)", List.of());
        SECTORS.put("Jordbruk", List.of("Djurs matsmältning", "Odling av mineraljordar"));
        SECTORS.put("El och fjärrvärme", List.of());
        SECTORS.put("Egen uppärmning av bostäder och lokaler", List.of("Bostäder", "Kommersiella lokaler"));
        SECTORS.put("Arbetsmaskiner", List.of("Fiskebåtar", "Skotrar och fyrhjulingar"));
        SECTORS.put("Produktanvändning (inkl. lösningsmedel)", List.of("Paraffinvax", "Smörjmedel"));
        SECTORS.put("Avfall (inkl.avlopp)", List.of("Avfallsdeponier", "Oavsiktliga bränder"));
        SECTORS.put("Utrikes transporter", List.of("Utrikes flyg", "Utrikes sjöfart"));
    }

    private final Map<String, List<String>> municipalitiesByCounty;
    private final List<List<Object>> rows = new ArrayList<>();

    private CountyReport(Map<String, List<String>> municipalitiesByCounty) {
        this.municipalitiesByCounty = municipalitiesByCounty;
    }

    public static byte[] of(Map<String, List<String>> municipalitiesByCounty) {
        return new CountyReport(municipalitiesByCounty).workbook();
    }

    /** What the report says of a sector's part in a municipality; a sector without parts is its own only part. */
    static BigDecimal amount(String municipality, String part, int year) {
        return BigDecimal.valueOf(Math.abs((municipality + part).hashCode()) % 9_999_937L, 3)
                .add(BigDecimal.valueOf(year - 1_900L));
    }

    static BigDecimal amountOfSector(String municipality, String sector, int year) {
        return parts(sector).stream()
                .map(part -> amount(municipality, part, year))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal amountOfAll(String municipality, int year) {
        return SECTORS.keySet().stream()
                .map(sector -> amountOfSector(municipality, sector, year))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> parts(String sector) {
        return SECTORS.get(sector).isEmpty() ? List.of(sector) : SECTORS.get(sector);
    }

    private byte[] workbook() {
        rows.add(List.of("Emissioner av Koldioxid (CO2)"));
        rows.add(List.of("Enhet: ton/år"));
        rows.add(List.of());
        var years = new ArrayList<Object>(List.of("", "", "", ""));
        years.addAll(YEARS);
        rows.add(years);
        var headings = new ArrayList<Object>(List.of("Huvudsektor", "Undersektor", "Län", "Kommun"));
        YEARS.forEach(_ -> headings.add("CO2"));
        rows.add(headings);
        places("Alla", "Alla", CountyReport::amountOfAll);
        SECTORS.forEach((sector, parts) -> {
            places(sector, "Alla", (place, year) -> amountOfSector(place, sector, year));
            parts.forEach(part -> places(sector, part, (place, year) -> amount(place, part, year)));
        });
        var out = new ByteArrayOutputStream();
        try {
            TableExport.xlsx(out, "Worksheet", List.of("Rapportnamn:", "Länsrapport, 2024-04-18"), rows);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private interface Amounts {
        BigDecimal of(String municipality, int year);
    }

    private void places(String sector, String part, Amounts amounts) {
        var everywhere =
                municipalitiesByCounty.values().stream().flatMap(List::stream).toList();
        row(sector, part, "Alla", "Alla", everywhere, amounts);
        municipalitiesByCounty.forEach((county, municipalities) -> {
            row(sector, part, county, "Alla", municipalities, amounts);
            municipalities.forEach(one -> row(sector, part, county, one, List.of(one), amounts));
        });
    }

    private void row(
            String sector, String part, String county, String place, List<String> municipalities, Amounts amounts) {
        var row = new ArrayList<Object>(List.of(sector, part, county, place));
        for (int year : YEARS) {
            row.add(municipalities.stream().map(one -> amounts.of(one, year)).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        rows.add(row);
    }
}
