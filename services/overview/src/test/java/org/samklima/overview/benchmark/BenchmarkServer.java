package org.samklima.overview.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.samklima.overview.OverviewApplication;
import org.samklima.overview.invented.InventedNetwork;
import org.samklima.overview.invented.InventedShelf;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.published.Edition;
import org.samklima.published.Member;
import org.samklima.schema.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is measured, in a process of its own: the overview with the edition of a whole country, an address that shows the
 * ceiling of the stack, and PostgreSQL with the same figures as tables. Writes {@link Facts} when it is ready.
 */
final class BenchmarkServer {

    private static final int COPIES = 8;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BenchmarkServer() {}

    /**
     * What the one who measures has to know.
     *
     * @param editionBytes what one edition takes in memory, bookkeeping included
     * @param documentBytes what the same edition's JSON takes
     */
    record Facts(
            long process,
            long postmaster,
            String database,
            String network,
            List<String> members,
            List<Integer> years,
            int indicators,
            long editionBytes,
            int documentBytes) {}

    /** The ceiling: nothing but a hundred bytes through the same server and the same framework. */
    @RestController
    static class Ceiling {

        private static final byte[] HUNDRED_BYTES = ("{\"constant\":\"" + "x".repeat(100 - 15) + "\"}").getBytes();

        @GetMapping(path = "/benchmark/ceiling", produces = MediaType.APPLICATION_JSON_VALUE)
        byte[] constant() {
            return HUNDRED_BYTES;
        }
    }

    /** @param args the file to write the facts to, then arguments of the application */
    public static void main(String[] args) throws IOException {
        var network = InventedNetwork.wholeCountry();
        Edition edition = network.edition(2025, 1);
        String document = InventedShelf.json(edition);
        long editionBytes = memoryOf(document);
        InventedShelf.publish(network.profile(), 1);
        InventedShelf.publish(edition);
        var relational = new RelationalFigures();
        relational.unpack(edition);
        var facts = new Facts(
                ProcessHandle.current().pid(),
                relational.postmaster(),
                TestDatabase.shared().url(),
                network.slug(),
                edition.members().stream().map(Member::key).toList(),
                edition.figures().tables().getFirst().years(),
                edition.figures().indicators().size(),
                editionBytes,
                document.getBytes().length);
        System.setProperty("spring.datasource.url", TestDatabase.shared().url());
        System.setProperty("spring.datasource.password", "overview");
        new SpringApplication(OverviewApplication.class, Ceiling.class).run(args);
        Path ready = Path.of(args[0]);
        Path written = Files.writeString(ready.resolveSibling("facts.tmp"), JSON.writeValueAsString(facts));
        Files.move(written, ready);
    }

    /** The difference that a few copies make to the heap after a collection. */
    private static long memoryOf(String document) {
        var held = new ArrayList<ReadableEdition>();
        held.add(read(document));
        long before = used();
        for (int i = 0; i < COPIES; i++) {
            held.add(read(document));
        }
        long each = (used() - before) / COPIES;
        return held.size() > COPIES ? each : 0;
    }

    private static ReadableEdition read(String document) {
        return new ReadableEdition(JSON.readValue(document, Edition.class));
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
