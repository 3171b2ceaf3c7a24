package org.samklima.portal.planning.communication;

import java.util.List;

/** A communication plan such as towns write, all of it invented: two tables, with line breaks, lists and every sort of when. */
public final class PlanScene {

    public static final List<EntryText> LAUNCH = List.of(
            row(
                    Phase.LAUNCH,
                    "Kolleger der har været med",
                    "Tak for hjælpen – det blev planen",
                    "Intranettet og direkte mail",
                    "Lyst til at fortsætte",
                    "Q2 2026",
                    "Klimakontor"),
            row(
                    Phase.LAUNCH,
                    "Kolleger for hvem det er nyt",
                    "Hvorfor klima; hvad betyder det for dig",
                    "Intranettet, morgenmøder, udstilling på rådhuset",
                    "Lyst til at fortsætte",
                    "Q3/4 2026",
                    "Klimakontor"),
            row(
                    Phase.LAUNCH,
                    "Værker og forsyning (varme, vand)",
                    "Invitation til samarbejde\nom planens mål",
                    "Mail, formandsmøder",
                    "Fælles mål; input til forbedringer;\nfælles opfølgning (deling af data)",
                    "Q2 2026",
                    "HE + Klimakontor"),
            row(
                    Phase.LAUNCH,
                    "Lokalråd, Grønt Forum",
                    "Planen er færdig",
                    "Mail, kommunens \"SoMe\"",
                    "\"Traditionel\" høring",
                    "Q2/Q3 2026",
                    "Klimakontor"),
            row(Phase.LAUNCH, "Alle", "Høring af planen", "Hjemmeside", "Høring", "Q2-Q4 2026", "Klimakontor"),
            row(
                    Phase.LAUNCH,
                    "Alle",
                    "\"Vi er klar!\"",
                    "Lokalpressen",
                    "Orientering",
                    "når rådet har vedtaget den",
                    "Klimakontor"));

    public static final List<EntryText> IMPLEMENTATION = List.of(
            row(
                    Phase.IMPLEMENTATION,
                    "Politikere",
                    "Status og fremdrift; beslutninger om\nfinansiering og rammer",
                    "Udvalgsmøder; temamøder",
                    "Ejerskab og engagement\nMomentum over valget",
                    "Løbende; afstemt med årshjul",
                    "Ledelsen; klimakontor"),
            row(
                    Phase.IMPLEMENTATION,
                    "Administrationen - nøglefunktioner",
                    "Dialog om planens indhold",
                    "Interne møder",
                    "Klima indarbejdet i planstrategien samt\ni procesbeskrivelser",
                    "2026",
                    "Klimakontor"),
            row(
                    Phase.IMPLEMENTATION,
                    "Samarbejdspartnere, f.eks. landbrug; energi;",
                    "Opfølgning og status",
                    "Dialogmøder; mails",
                    "Fokus og ejerskab",
                    "Løbende",
                    "Klimakontor"),
            row(
                    Phase.IMPLEMENTATION,
                    "Klimaråd",
                    "Status; opfølgning på fælles planer",
                    "Møder; mails",
                    "Motivation",
                    "6-8 faste møder; ad hoc løbende",
                    "Klimakontor"),
            row(
                    Phase.IMPLEMENTATION,
                    "Andre (skoler, uddannelser ...)",
                    "Information",
                    "Hjemmeside; møder",
                    "Dialog",
                    "Ad hoc",
                    "Klimakontor"),
            row(
                    Phase.IMPLEMENTATION,
                    "Borgere",
                    "Alle kan være med",
                    "Den Grønne Tråd",
                    "Commitment fra borgere",
                    "Løbende fra 2025",
                    "Videnhuset"),
            row(
                    Phase.IMPLEMENTATION,
                    "Netværk",
                    "Viden om omstilling",
                    "Netværksmøder",
                    "Udvikling",
                    "2-4 årlige møder",
                    "Videnhuset"));

    /** Names with their other ways to be written, and what they mean. */
    public static final List<Party.Text> PARTIES = List.of(
            new Party.Text("Klimakontor", List.of(), "Byens klimakontor med ansvar for varme og affald."),
            new Party.Text("Videnhuset", List.of("Huset"), "Et hus for viden.\n\nDet blev åbnet i 2020."),
            new Party.Text("Havneby Erhverv (HE)", List.of(), "Kommunens erhvervsafdeling."));

    private PlanScene() {}

    public static EntryText row(
            Phase phase, String stakeholder, String message, String channel, String effect, String when, String who) {
        return new EntryText(phase, stakeholder, message, channel, effect, when, who);
    }
}
