package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The mail server will not, cannot or does not answer: mail waits, and nothing else waits for it. */
@Order(4)
class MailTests {

    private static final String FAILED_ONCE =
            "SELECT count(*) FROM samklima.scheduled_tasks WHERE task_name = 'send-mail' AND consecutive_failures > 0";

    private World world;
    private Oracle oracle;

    @BeforeEach
    void meet() throws Exception {
        world = World.shared();
        oracle = new Oracle(world);
    }

    @AfterEach
    void heal() throws Exception {
        world.heal();
    }

    @Test
    @Order(1)
    void mail_that_is_refused_leaves_later_and_once() throws Exception {
        world.post.mood(Post.Mood.BUSY);
        var evening = Evening.in(world);
        awaitFailures(8);
        world.post.mood(Post.Mood.REFUSING);
        awaitFailures(16);
        world.post.close();
        awaitFailures(World.MEMBERS);
        world.post.open();
        world.post.mood(Post.Mood.FRIENDLY);

        var outcomes =
                Crowd.at(world, evening.round(), List.of(world.first.address())).awaitAll();
        var settled = oracle.awaitSettled(Duration.ofMinutes(4));

        int receipts = oracle.assertEachOnce(evening.round(), outcomes);
        assertThat(oracle.mailedTwice()).isEmpty();
        Results.add(new Results.Row(
                "mail server says 451, then 550, then refuses connections",
                "a round opens: " + World.MEMBERS + " mails",
                receipts,
                null,
                settled,
                "people notice nothing; each mail came once"));
    }

    @Test
    @Order(2)
    void a_mail_server_that_hangs_keeps_no_import_waiting() throws Exception {
        world.post.mood(Post.Mood.SILENT);
        var evening = Evening.in(world);
        Evening.lasts(Duration.ofSeconds(3));
        var imports = new Imports(world);
        var begun = System.nanoTime();
        var started = imports.figures(world.first, 2018, 500);
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(40))
                .until(() -> imports.state(started).equals("DONE"));
        var imported = Duration.ofNanos(System.nanoTime() - begun);
        world.post.mood(Post.Mood.FRIENDLY);

        var outcomes =
                Crowd.at(world, evening.round(), List.of(world.first.address())).awaitAll();
        var settled = oracle.awaitSettled(Duration.ofMinutes(4));

        int receipts = oracle.assertEachOnce(evening.round(), outcomes);
        assertThat(oracle.mailedTwice()).isEmpty();
        Results.add(new Results.Row(
                "mail server takes connections and says nothing",
                World.MEMBERS + " mails wait while figures are imported",
                receipts + 1L,
                imported,
                settled,
                "the import was done first; each mail came once"));
    }

    @Test
    @Order(3)
    void a_mail_that_was_taken_without_a_word_is_known_again_by_its_number() throws Exception {
        world.post.mood(Post.Mood.CARELESS);
        var evening = Evening.in(world);
        awaitFailures(World.MEMBERS);
        world.post.mood(Post.Mood.FRIENDLY);
        var outcomes =
                Crowd.at(world, evening.round(), List.of(world.first.address())).awaitAll();
        var settled = oracle.awaitSettled(Duration.ofMinutes(4));

        int receipts = oracle.assertEachOnce(evening.round(), outcomes);
        assertThat(oracle.mailedTwice())
                .as("twice, with the same Message-ID")
                .isNotEmpty()
                .allSatisfy(times -> assertThat(times).endsWith("=2"));
        world.post.forget();
        Results.add(new Results.Row(
                "mail server takes a mail and breaks off before it says so",
                "a round opens: " + World.MEMBERS + " mails",
                receipts,
                null,
                settled,
                "each mail came again, under the same Message-ID: nobody can tell that it was taken"));
    }

    private void awaitFailures(int mails) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(90))
                .until(() -> oracle.number(FAILED_ONCE) >= mails);
    }
}
