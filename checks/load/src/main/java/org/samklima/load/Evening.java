package org.samklima.load;

import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samklima.load.LoadSettings.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the system, lets a deadline evening pass, and says what it was like and whether everything acknowledged is there. */
final class Evening {

    private static final Logger LOG = LoggerFactory.getLogger(Evening.class);
    private static final Pattern LINK = Pattern.compile("href=\"(/sv/" + Network.SLUG + "[^\"#]*)\"");
    private static final int MOST_PAGES = 80;

    private static @Nullable Stage stage;

    private Evening() {}

    /**
     * The round of the evening.
     *
     * @param opening how long it took until every member had its report
     */
    record Cast(UUID round, List<Participant> participants, Duration opening) {}

    /**
     * What a simulation needs, which Gatling makes by itself.
     *
     * @param pages of the overview, as whole addresses
     */
    record Stage(
            LoadSettings settings,
            Cast cast,
            SignIns signIns,
            List<String> pages,
            Acknowledged acknowledged,
            Probe probe) {}

    static Stage stage() {
        return Objects.requireNonNull(stage);
    }

    static void main(String[] args) {
        run(DeadlineEvening.class);
    }

    /** One after the other, each with a round of its own. Ends this program, with status 1 if anything was not as it should be. */
    @SafeVarargs
    static void run(Class<? extends Simulation>... simulations) {
        int status = 1;
        try {
            pass(simulations);
            status = 0;
        } catch (Exception failure) {
            LOG.error("The evening did not come to its end", failure);
        }
        // Gatling leaves threads behind that would keep it running.
        System.exit(status);
    }

    /** @throws IllegalStateException if something acknowledged is missing, or there twice */
    @SafeVarargs
    private static void pass(Class<? extends Simulation>... simulations) throws Exception {
        var settings = LoadSettings.fromSystemProperties();
        boolean kept = true;
        try (var system = RunningSystem.start(settings)) {
            Network.say("system started");
            var network = new Network(settings, system);
            network.found();
            var cast = network.openRound();
            var people = new LinkedHashMap<String, String>();
            people.put(Network.SLUG, Network.staff().user());
            cast.participants().forEach(participant -> people.put(participant.slug(), participant.email()));
            var signIns = SignIns.of(settings.address(Place.PORTAL), people);
            Network.say("everybody signed in");
            for (var simulation : simulations) {
                if (stage != null) {
                    cast = network.openRound();
                }
                var probe = new Probe(system);
                stage = new Stage(settings, cast, signIns, pages(settings), new Acknowledged(), probe);
                probe.start();
                var kinds = GatlingRun.run(simulation, settings.results());
                probe.stop();
                var oracle = Oracle.ask(system, stage);
                new Report(simulation.getSimpleName(), stage, kinds, probe, oracle).write();
                kept &= oracle.isKept();
            }
        }
        if (!kept) {
            throw new IllegalStateException("Something that was acknowledged is not there; see the report");
        }
    }

    /** Pages of every kind: what the network's front page leads to, and what these lead to. */
    private static List<String> pages(LoadSettings settings) throws IOException, InterruptedException {
        var found = new LinkedHashSet<String>();
        found.add("/sv/" + Network.SLUG);
        var toRead = new ArrayList<>(found);
        try (var http = HttpClient.newHttpClient()) {
            while (!toRead.isEmpty() && found.size() < MOST_PAGES) {
                var address = URI.create(settings.address(Place.OVERVIEW) + toRead.removeFirst());
                var page = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
                LINK.matcher(page.body())
                        .results()
                        .map(link -> link.group(1).replace("&amp;", "&"))
                        .filter(link -> !link.contains("."))
                        .filter(found::add)
                        .forEach(toRead::add);
            }
        }
        return found.stream()
                .limit(MOST_PAGES)
                .map(path -> settings.address(Place.OVERVIEW) + path)
                .toList();
    }
}
