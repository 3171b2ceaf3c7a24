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
@Order(6)
class MailTests {

    private static final String FAILED_ONCE =
            "SELECT count(*) FROM samklima.scheduled_tasks WHERE task_name = 'send-mail' AND consecutive_failures > 0";

    /** Each mail of ours as the mail server names it. */
    private static final String NUMBERED =
            "SELECT recipient || ' <' || id || '@localhost>' FROM samklima.outgoing_mail";

    private static final int LAST_YEAR = 2018;
    private static final int YEARS = 20;

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
        var started = imports.figures(world.first, LAST_YEAR, YEARS);
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(40))
                .until(() -> imports.state(started).equals("DONE"));
        imports.assertDoneOnce(started, LAST_YEAR, YEARS);
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

    /** The one case in which a mail comes more than once; at every try it fails after it was taken, so it always does. */
    @Test
    @Order(3)
    void a_mail_that_was_taken_without_a_word_comes_again_and_is_known_by_its_number() throws Exception {
        world.post.mood(Post.Mood.CARELESS);
        var evening = Evening.in(world);
        awaitFailures(World.MEMBERS);
        world.post.mood(Post.Mood.FRIENDLY);
        var outcomes =
                Crowd.at(world, evening.round(), List.of(world.first.address())).awaitAll();
        var settled = oracle.awaitSettled(Duration.ofMinutes(4));

        int receipts = oracle.assertEachOnce(evening.round(), outcomes);
        var opening = oracle.texts(NUMBERED + " WHERE occasion = 'round-opened:" + evening.round() + "'");
        var taken =
                world.post.delivered().stream().map(Post.Delivered::toString).distinct();
        assertThat(opening).hasSize(World.MEMBERS);
        assertThat(oracle.mailedTwice()).as("what came again").containsOnlyKeys(opening);
        assertThat(taken).as("under its one number").isSubsetOf(oracle.texts(NUMBERED));
        Results.add(new Results.Row(
                "mail server takes a mail and breaks off before it says so",
                "a round opens: " + World.MEMBERS + " mails",
                receipts,
                null,
                settled,
                "each of these mails came again under its Message-ID, "
                        + oracle.mailedTwice().values().stream()
                                .mapToInt(times -> times)
                                .max()
                                .getAsInt() + " times at most: nobody can tell that it was taken"));
    }

    private void awaitFailures(int mails) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(90))
                .until(() -> oracle.number(FAILED_ONCE) >= mails);
    }
}
