package org.samklima.standalone.demo;

import static org.samklima.standalone.demo.DemoNetwork.words;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.samklima.standalone.client.AssociationDesk;
import org.samklima.standalone.client.InventedAnswers;
import org.samklima.standalone.client.MemberDesk;
import org.samklima.standalone.client.Portal;
import org.samklima.standalone.client.ShippedForm;
import tools.jackson.databind.JsonNode;

/** The rounds of the invented network: two that are over and published, and one of each association that is open. */
final class DemoRounds {

    private static final String CONTACT = DemoPeople.STAFF.email();

    private final Portal portal;
    private final Consumer<LocalDate> clock;
    private final Consumer<String> say;
    private final AssociationDesk ring;
    private final String form;

    /** @param clock is moved to a day */
    DemoRounds(Portal portal, Consumer<LocalDate> clock, Consumer<String> say) {
        this.portal = portal;
        this.clock = clock;
        this.say = say;
        this.ring = new AssociationDesk(portal.as(DemoPeople.STAFF.login()), DemoNetwork.RING);
        this.form = ring.importForm(ShippedForm.read(ShippedForm.CLIMATE_TEST));
    }

    /** Inhabitants are known soon after the year, emissions a year later. */
    private void importStatistics(int through) {
        figures(ring, "population", "Påhittat befolkningsregister", DemoFigures.population(through), through);
        figures(ring, "ghg-total", "Påhittad utsläppsdatabas", DemoFigures.totals(through - 1), through - 1);
        figures(ring, "ghg-sector", "Påhittad utsläppsdatabas", DemoFigures.sectors(through - 1), through - 1);
    }

    private static void figures(AssociationDesk desk, String indicator, String source, byte[] file, int through) {
        desk.importFigures(
                indicator + ".csv",
                file,
                Map.of("indicator", indicator, "source", DemoFigures.source(source, through)));
    }

    /** A year that is over: reported in spring, returned once, accepted, published in June. */
    void yearOf(int year) {
        say.accept("  the round of " + year);
        clock.accept(LocalDate.of(year + 1, 2, 1));
        importStatistics(year);
        var round = ring.openRound(
                form,
                "Klimattestet " + year,
                year,
                LocalDate.of(year + 1, 2, 1),
                LocalDate.of(year + 1, 4, 30),
                CONTACT);
        int number = 0;
        for (var municipality : InventedMunicipality.all()) {
            if (number < 12 + year % 2 + 1) {
                clock.accept(LocalDate.of(year + 1, 3, 1).plusDays(number * 4L));
                report(municipality, round, year);
            }
            number++;
        }
        clock.accept(LocalDate.of(year + 1, 5, 10));
        ring.board(round).stream()
                .filter(line -> line.path("version").asInt() > 0)
                .forEach(line -> ring.accept(round, line));
        clock.accept(LocalDate.of(year + 1, 6, 12));
        ring.closeRound(round);
        ring.publish(round, edition(year), 5);
    }

    private void report(InventedMunicipality municipality, UUID round, int year) {
        var desk =
                new MemberDesk(portal.as(DemoPeople.coordinatorOf(municipality).login()), municipality.slug());
        var report = desk.report(round);
        desk.answer(report, answers(municipality, report, year));
        desk.submit(report);
    }

    private static Map<String, Map<String, Object>> answers(
            InventedMunicipality municipality, JsonNode report, int year) {
        var ambition = 0.35 + municipality.falling() * 20 + (year % 10) * 0.02;
        return new InventedAnswers(municipality.code().hashCode() + year, ambition, year).to(report.path("form"));
    }

    private static Map<String, Object> edition(int year) {
        return Map.of(
                "title",
                words("Klimatläget " + year, "Klimastatus " + year, "Klimalage " + year, "The climate review " + year),
                "introduction",
                words(
                        "Så långt har Klimatringens medlemmar kommit. Allt bygger på det som kommunerna själva har rapporterat och på officiell statistik.",
                        "Så langt er Klimatringens medlemmer nået. Alt bygger på det, som kommunerne selv har indberettet, og på officiel statistik.",
                        "So weit sind die Mitglieder von Klimatringen. Alles beruht auf den Angaben der Kommunen und auf amtlicher Statistik.",
                        "How far the members of Klimatringen have come. Everything rests on what the municipalities reported and on official statistics."));
    }

    /** This year's round is open: some have submitted, one has it back, some have begun, some have not. */
    void open(LocalDate today) {
        say.accept("  the open round");
        importStatistics(today.getYear() - 1);
        var round = ring.openRound(
                form, "Klimattestet " + today.getYear(), today.getYear(), today, today.plusDays(24), CONTACT);
        var municipalities = InventedMunicipality.all();
        municipalities.subList(1, 6).forEach(municipality -> report(municipality, round, today.getYear()));
        ring.board(round).stream()
                .filter(line -> line.path("version").asInt() > 0)
                .limit(3)
                .forEach(line -> ring.accept(round, line));
        ring.board(round).stream()
                .filter(line -> line.path("state").asString().equals("SUBMITTED"))
                .findFirst()
                .ifPresent(line -> ring.giveBack(round, line, "Titta gärna en gång till på transporterna.", Map.of()));
        for (var municipality : municipalities.subList(6, 9)) {
            var desk = new MemberDesk(
                    portal.as(DemoPeople.coordinatorOf(municipality).login()), municipality.slug());
            var report = desk.report(round);
            var some = answers(municipality, report, today.getYear());
            some.keySet().removeIf(code -> code.hashCode() % 2 == 0);
            desk.answer(report, some);
        }
    }

    /** The smaller network asks less. */
    void openShort(LocalDate today) {
        var lake = new AssociationDesk(portal.as(DemoPeople.STAFF.login()), DemoNetwork.LAKE);
        lake.openRound(
                lake.importForm(ShippedForm.read(ShippedForm.QUICK_CHECK)),
                "Snabbkollen " + today.getYear(),
                today.getYear(),
                today,
                today.plusDays(40),
                CONTACT);
    }
}
