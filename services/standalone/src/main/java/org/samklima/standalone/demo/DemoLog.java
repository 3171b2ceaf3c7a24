package org.samklima.standalone.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the invented municipality wrote in the logs of its activities. */
final class DemoLog {

    private DemoLog() {}

    /**
     * An entry of a log.
     *
     * @param status what the activity became with it; null for no change
     */
    record Entry(
            String reference,
            LocalDate day,
            boolean colleague,
            String text,
            @Nullable Integer figure,
            @Nullable String unit,
            @Nullable String status) {}

    /** In the order of the days. */
    static List<Entry> since(int first) {
        return List.of(
                entry(
                        "T1",
                        LocalDate.of(first, 8, 20),
                        true,
                        "Upphandlingen klar. Kontrakt på 42 bussar.",
                        42,
                        "bussar",
                        "ONGOING"),
                entry(
                        "E1",
                        LocalDate.of(first, 9, 3),
                        true,
                        "Marken för ackumulatortanken är förberedd.",
                        null,
                        null,
                        "ONGOING"),
                entry(
                        "K2",
                        LocalDate.of(first, 9, 18),
                        false,
                        "Lagret öppnat, 310 möbler förmedlade.",
                        310,
                        "möbler",
                        "ONGOING"),
                entry(
                        "B1",
                        LocalDate.of(first, 10, 7),
                        false,
                        "Ekskolan klar: fönster och ventilation bytta.",
                        1,
                        "hus",
                        "ONGOING"),
                entry(
                        "K1",
                        LocalDate.of(first, 10, 21),
                        false,
                        "Nya recept provade i fyra skolor. Svinnet minskade.",
                        4,
                        "skolor",
                        "ONGOING"),
                entry(
                        "O1",
                        LocalDate.of(first, 11, 12),
                        false,
                        "Första klimatbudgeten beslutad med budgeten.",
                        null,
                        null,
                        "ONGOING"),
                entry(
                        "K2",
                        LocalDate.of(first, 12, 15),
                        false,
                        "Målet nått. Arbetet går över i vanlig drift.",
                        890,
                        "möbler",
                        "COMPLETED"),
                entry(
                        "T1",
                        LocalDate.of(first + 1, 3, 4),
                        true,
                        "De första åtta bussarna går på linje 3.",
                        8,
                        "bussar",
                        null),
                entry(
                        "A1",
                        LocalDate.of(first + 1, 3, 19),
                        true,
                        "Kartläggningen av lågpunkter klar.",
                        null,
                        null,
                        "ONGOING"),
                entry("T2", LocalDate.of(first + 1, 4, 16), true, "Byggstart vid Strandskolan.", null, null, "ONGOING"),
                entry(
                        "B1",
                        LocalDate.of(first + 1, 5, 6),
                        false,
                        "Sex hus klara. Energin ner 28 procent i snitt.",
                        6,
                        "hus",
                        null),
                entry(
                        "E2",
                        LocalDate.of(first + 1, 5, 20),
                        false,
                        "Simhallens tak färdigt, 240 kW.",
                        240,
                        "kW",
                        "ONGOING"),
                entry("L1", LocalDate.of(first + 1, 6, 3), true, "Avtal med tre markägare.", 35, "hektar", "ONGOING"),
                entry(
                        "E1",
                        LocalDate.of(first + 1, 9, 9),
                        true,
                        "Tanken i drift. Ingen olja hittills i höst.",
                        0,
                        "m³ olja",
                        null),
                entry("T1", LocalDate.of(first + 1, 10, 1), true, "26 av 42 bussar levererade.", 26, "bussar", null));
    }

    private static Entry entry(
            String reference,
            LocalDate day,
            boolean colleague,
            String text,
            @Nullable Integer figure,
            @Nullable String unit,
            @Nullable String status) {
        return new Entry(reference, day, colleague, text, figure, unit, status);
    }
}
