package org.samklima.standalone.demo;

import java.util.List;
import java.util.Map;

/** Whom the invented municipality tells what, and when. */
final class DemoCommunication {

    private DemoCommunication() {}

    /** Rows of the communication plan, as the API takes them. */
    static List<Map<String, Object>> rows(int first) {
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
