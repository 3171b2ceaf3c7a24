package org.samklima.standalone.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the invented municipality does for the climate, as it would write it down itself. */
final class DemoActivities {

    private DemoActivities() {}

    /**
     * An activity.
     *
     * @param field place among the fields of action, from 0
     * @param goals places among the goals, from 0
     * @param begins years after the plan's first one; likewise {@code ends}
     * @param colleagues whether the colleague is responsible, not the coordinator
     * @param yearly kronor a year, for three years; 0 for none
     * @param tonnes of CO2e a year that it is expected to save; null where nobody estimated it
     */
    record Line(
            String reference,
            String title,
            int field,
            List<Integer> goals,
            int begins,
            int ends,
            boolean colleagues,
            int yearly,
            boolean investment,
            String funder,
            @Nullable Integer tonnes,
            String assumption,
            String partners,
            List<String> coBenefits,
            String description) {}

    static List<Line> all() {
        return List.of(
                new Line(
                        "T1",
                        "Elbussar i all stadstrafik",
                        1,
                        List.of(0, 1),
                        -1,
                        2,
                        true,
                        9_500_000,
                        true,
                        "Klimatklivet",
                        2_150,
                        "42 dieselbussar ersätts, 50 000 km per buss och år",
                        "Regiontrafiken",
                        List.of("AIR_QUALITY", "NOISE", "HEALTH"),
                        "Depån byggs om för laddning innan bussarna kommer."),
                new Line(
                        "T2",
                        "Cykelbanor till alla skolor",
                        1,
                        List.of(0, 1),
                        0,
                        4,
                        true,
                        6_000_000,
                        true,
                        "",
                        180,
                        "3 procent av skolskjutsningen flyttar till cykel",
                        "Trafikkontoret",
                        List.of("HEALTH", "EQUITY"),
                        "Tolv skolor saknar trygg väg. Tre byggs om varje år."),
                new Line(
                        "T3",
                        "Laddplatser vid flerbostadshus",
                        1,
                        List.of(1),
                        0,
                        3,
                        true,
                        800_000,
                        false,
                        "Energimyndigheten",
                        null,
                        "",
                        "Ängsviks Bostäder",
                        List.of("COMFORT"),
                        ""),
                new Line(
                        "E1",
                        "Fjärrvärme utan fossil spetslast",
                        0,
                        List.of(0, 2),
                        -1,
                        1,
                        true,
                        14_000_000,
                        true,
                        "",
                        5_400,
                        "Oljan i spetslasten ersätts av bioolja och värmelager",
                        "Ängsvik Energi",
                        List.of("RESILIENCE", "JOBS"),
                        "Ackumulatortanken tar hand om de kallaste dygnen."),
                new Line(
                        "E2",
                        "Solceller på kommunens tak",
                        0,
                        List.of(0),
                        0,
                        3,
                        false,
                        2_400_000,
                        true,
                        "",
                        240,
                        "4 GWh om året, nordisk elmix",
                        "",
                        List.of("ECONOMY"),
                        ""),
                new Line(
                        "B1",
                        "Energirenovering av skolor och äldreboenden",
                        2,
                        List.of(0, 2),
                        -1,
                        4,
                        false,
                        11_000_000,
                        true,
                        "",
                        620,
                        "30 procent mindre köpt energi i 24 hus",
                        "Lokalförvaltningen",
                        List.of("COMFORT", "ECONOMY"),
                        ""),
                new Line(
                        "B2",
                        "Klimatkrav i alla byggupphandlingar",
                        2,
                        List.of(0),
                        0,
                        1,
                        false,
                        150_000,
                        false,
                        "",
                        null,
                        "",
                        "",
                        List.of(),
                        "Gränsvärde per kvadratmeter, lika för nybyggt och ombyggt."),
                new Line(
                        "L1",
                        "Återvätning av dikad torvmark",
                        3,
                        List.of(0),
                        1,
                        4,
                        true,
                        900_000,
                        true,
                        "Skogsstyrelsen",
                        310,
                        "110 hektar, åtta ton per hektar under de första åren avräknat",
                        "Markägare",
                        List.of("BIODIVERSITY", "RESILIENCE"),
                        ""),
                new Line(
                        "K1",
                        "Mer grönt på skolmatens tallrik",
                        4,
                        List.of(2),
                        -1,
                        2,
                        false,
                        300_000,
                        false,
                        "",
                        390,
                        "Två måltider i veckan byter protein",
                        "Måltidsservice",
                        List.of("HEALTH", "ECONOMY"),
                        ""),
                new Line(
                        "K2",
                        "Återbruk av kontorsmöbler",
                        4,
                        List.of(2),
                        -1,
                        0,
                        false,
                        120_000,
                        false,
                        "",
                        45,
                        "Erfarenhet från två pilotår",
                        "",
                        List.of("ECONOMY"),
                        ""),
                new Line(
                        "O1",
                        "Klimatbudget tillsammans med den vanliga budgeten",
                        5,
                        List.of(0),
                        0,
                        5,
                        false,
                        0,
                        false,
                        "",
                        null,
                        "",
                        "Ekonomikontoret",
                        List.of(),
                        ""),
                new Line(
                        "A1",
                        "Skyfallsplan för centrum",
                        6,
                        List.of(),
                        0,
                        1,
                        true,
                        700_000,
                        false,
                        "MSB",
                        null,
                        "",
                        "VA-bolaget",
                        List.of("RESILIENCE"),
                        ""));
    }

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
    static List<Entry> log(int first) {
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

    /** Rows of the communication plan, as the API takes them. */
    static List<Map<String, Object>> communication(int first) {
        return List.of(
                row(
                        "LAUNCH",
                        "Kollegor som har bidragit",
                        "Tack för hjälpen, så blev planen",
                        "Intranätet och mejl",
                        "Vilja att fortsätta",
                        "Q3 " + first,
                        "Klimatkansliet"),
                row(
                        "LAUNCH",
                        "Energi- och vattenbolag",
                        "Inbjudan att genomföra planen tillsammans",
                        "Möten med ledningarna",
                        "Gemensamma mål, delade data",
                        "Q3/Q4 " + first,
                        "Klimatkansliet; Ängsvik Energi"),
                row(
                        "LAUNCH",
                        "Alla som bor här",
                        "Nu börjar vi",
                        "Lokaltidningen, sociala medier",
                        "Planen är känd",
                        "Q4 " + first,
                        "Klimatkansliet"),
                row(
                        "IMPLEMENTATION",
                        "Politiker",
                        "Hur det går, vad som behöver beslutas",
                        "Nämndmöten, temakväll",
                        "Ägarskap",
                        "Löpande, enligt årshjulet",
                        "Klimatkansliet"),
                row(
                        "IMPLEMENTATION",
                        "Företag",
                        "Så kan ni vara med",
                        "Frukostmöten",
                        "Fler egna åtgärder",
                        "2-4 möten om året",
                        "Ängsvik Energi"),
                row(
                        "IMPLEMENTATION",
                        "Skolor och föreningar",
                        "Bjud in oss",
                        "Besök",
                        "Nyfikenhet",
                        "Löpande",
                        "Klimatkansliet"));
    }

    private static Map<String, Object> row(
            String phase,
            String stakeholder,
            String message,
            String channel,
            String effect,
            String when,
            String responsible) {
        return Map.of(
                "phase", phase,
                "stakeholder", stakeholder,
                "message", message,
                "channel", channel,
                "effect", effect,
                "when", when,
                "responsible", responsible);
    }
}
