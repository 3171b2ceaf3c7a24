package org.samklima.load;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.samklima.standalone.client.AssociationDesk;
import org.samklima.standalone.client.InventedAnswers;
import org.samklima.standalone.client.KeycloakAccounts.Account;
import org.samklima.standalone.client.MemberDesk;
import org.samklima.standalone.client.OperatorDesk;
import org.samklima.standalone.client.Portal;
import org.samklima.standalone.demo.DemoPeople;

/** How the network came to be, up to a year that was reported and published; what an earlier run has founded is kept. */
final class Founding {

    private static final Portal.Login OPERATOR = new Portal.Login("operator@demo.example", DemoPeople.PASSWORD);
    private static final int AT_ONCE = 3;

    private final LoadSettings settings;
    private final RunningSystem system;
    private final Network network;
    private final Portal portal;
    private final AssociationDesk desk;

    Founding(LoadSettings settings, RunningSystem system, Network network) {
        this.settings = settings;
        this.system = system;
        this.network = network;
        this.portal = system.portal();
        this.desk = network.desk();
    }

    void found() throws Exception {
        once("accounts", () -> system.accounts().makeAll(accounts()));
        once("tenants", this::tenants);
        once("coordinators", () -> {
            portal.as(Network.staff()).takeUp(Network.SLUG, "MANAGER", "STAFF");
            eachTown(towns(), town -> portal.as(town.coordinator()).takeUp(town.slug(), "MANAGER", "COORDINATOR"));
        });
        once("members and figures", this::members);
        once("reports of last year", this::lastYear);
    }

    private List<Town> towns() {
        return IntStream.rangeClosed(1, settings.members()).mapToObj(Town::new).toList();
    }

    /** A part of the founding. */
    @FunctionalInterface
    private interface Part {

        void make() throws Exception;
    }

    /** What an earlier run has done, even if it came no further, stays. */
    private void once(String name, Part part) throws Exception {
        var done = settings.data()
                .resolve("founded-%d-%d-%s".formatted(settings.members(), settings.reported(), name.replace(' ', '-')));
        if (!Files.exists(done)) {
            part.make();
            Files.createFile(done);
            Network.say("founded: " + name);
        }
    }

    private List<Account> accounts() {
        return Stream.concat(Stream.of(Network.staff()), towns().stream().map(Town::coordinator))
                .map(login -> new Account(null, login, "Kaj", "Klimat", List.of()))
                .toList();
    }

    private void tenants() {
        var operator = new OperatorDesk(portal.as(OPERATOR));
        operator.importMunicipalities(
                lines("code,name,email", town -> town.coordinator().user()));
        operator.add(
                "ASSOCIATION", "Deadline network", Network.SLUG, Network.staff().user(), Map.of());
    }

    private void members() {
        desk.peerGroup("all", Map.of("sv", "Alla", "en", "All"));
        desk.importMembers("members.csv", lines("code,name,peer_group", _ -> "all"));
        int through = Network.year() - 1;
        figures("population", "code,year,inhabitants", through);
        figures("ghg-total", "code,year,tonnes_co2e", through);
    }

    private void figures(String indicator, String headings, int through) {
        var csv = new StringBuilder(headings).append('\n');
        for (var town : towns()) {
            for (int year = through - 9; year <= through; year++) {
                csv.append("%s,%d,%d%n".formatted(town.code(), year, 10_000 + 37 * town.number() + year));
            }
        }
        desk.importFigures(
                indicator + ".csv",
                csv.toString().getBytes(StandardCharsets.UTF_8),
                Map.of("indicator", indicator, "source", Map.of("name", "Invented", "version", "1")));
    }

    private void lastYear() throws Exception {
        var code = desk.importForm(Network.form());
        var today = Network.today();
        var round = desk.round(Network.year() - 1)
                .orElseGet(() -> desk.openRound(
                        code,
                        "Last year",
                        Network.year() - 1,
                        today.plusDays(1),
                        today.plusDays(30),
                        Network.staff().user()));
        eachTown(towns().subList(0, Math.min(settings.reported(), settings.members())), town -> {
            var member = new MemberDesk(portal.as(town.coordinator()), town.slug());
            var report = member.report(round);
            if (!report.path("state").asString().equals("DRAFT")) {
                return;
            }
            member.answer(report, new InventedAnswers(town.number(), 0.6, Network.year() - 1).to(report.path("form")));
            member.submit(report);
        });
        desk.board(round).stream()
                .filter(line -> line.path("state").asString().equals("SUBMITTED"))
                .forEach(line -> desk.accept(round, line));
        desk.closeRound(round);
        network.publish(round, "Last year");
    }

    private byte[] lines(String headings, Function<Town, String> last) {
        var csv = new StringBuilder(headings).append('\n');
        towns().forEach(town -> csv.append("%s,%s,%s\n".formatted(town.code(), town.name(), last.apply(town))));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void eachTown(List<Town> towns, Consumer<Town> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = towns.stream()
                    .<Callable<Boolean>>map(town -> () -> {
                        work.accept(town);
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(all)) {
                done.get();
            }
        }
    }
}
