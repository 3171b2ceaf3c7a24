package org.samklima.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The demonstration's official statistics, as the files that an association would be handed. */
final class DemoFigures {

    private DemoFigures() {}

    static byte[] tenants() {
        var csv = new StringBuilder("code,name,email\n");
        for (var municipality : InventedMunicipality.all()) {
            csv.append("%s,%s,%s%n"
                    .formatted(
                            municipality.code(),
                            municipality.name(),
                            DemoPeople.coordinatorOf(municipality).email()));
        }
        return utf8(csv);
    }

    static byte[] members(int first) {
        var csv = new StringBuilder("code,name,peer_group\n");
        InventedMunicipality.all().stream()
                .limit(first)
                .forEach(municipality -> csv.append(
                        "%s,%s,%s%n".formatted(municipality.code(), municipality.name(), municipality.peerGroup())));
        return utf8(csv);
    }

    static byte[] population(int through) {
        var csv = new StringBuilder("code,year,inhabitants\n");
        for (var municipality : InventedMunicipality.all()) {
            for (int year = 2000; year <= through; year++) {
                csv.append("%s,%d,%d%n".formatted(municipality.code(), year, municipality.inhabitants(year)));
            }
        }
        return utf8(csv);
    }

    /** As a German or Swedish spreadsheet writes it: semicolons and decimal commas. */
    static byte[] totals(int through) {
        var csv = new StringBuilder("kommunkod;år;ton_co2e\n");
        for (var municipality : InventedMunicipality.all()) {
            for (int year : years(through)) {
                if (municipality.measured(year)) {
                    csv.append("%s;%d;%s%n".formatted(municipality.code(), year, comma(municipality.emissions(year))));
                }
            }
        }
        return utf8(csv);
    }

    static byte[] sectors(int through) {
        var csv = new StringBuilder("kommun;år;sektor;ton_co2e\n");
        for (var municipality : InventedMunicipality.all()) {
            for (int year : years(through)) {
                for (var sector : InventedMunicipality.SECTORS) {
                    if (municipality.measured(year)) {
                        csv.append("%s;%d;%s;%s%n"
                                .formatted(
                                        municipality.name(),
                                        year,
                                        sector,
                                        comma(municipality.emissions(sector, year))));
                    }
                }
            }
        }
        return utf8(csv);
    }

    static Map<String, Object> source(String name, int through) {
        return Map.of("name", name, "version", "till och med " + through, "url", "https://example.org/statistics");
    }

    private static List<Integer> years(int through) {
        return InventedMunicipality.YEARS.stream()
                .filter(year -> year <= through)
                .toList();
    }

    private static String comma(double value) {
        return String.format(Locale.GERMANY, "%.2f", value);
    }

    private static byte[] utf8(StringBuilder text) {
        return text.toString().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    }
}
