package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A deadline's evening on which something breaks: all members report, somebody reads pages, and then it happens. */
final class Evening {

    private static final Duration AT_WORK_AGAIN = Duration.ofSeconds(90);
    private static final Duration CAUGHT_UP = Duration.ofMinutes(5);
    /** The portal's {@code db-scheduler.threads}. */
    private static final int MAILS_AT_A_TIME = 4;

    private static final AtomicInteger YEAR = new AtomicInteger(2000);

    private final World world;
    private final Oracle oracle;
    private final UUID round;
    private final int year = YEAR.incrementAndGet();
    private List<URI> portals;
    private String remark = "";
    private int mailsAtStake;

    private Evening(World world) {
        this.world = world;
        this.oracle = new Oracle(world);
        this.portals = List.of(world.first.address(), world.second.address());
        this.round = new Founding(world).round(year);
    }

    /** With a round of its own; mail that came before does not count any more. */
    static Evening in(World world) {
        world.post.forget();
        return new Evening(world);
    }

    /** Half of the members sit at each of these, and move on where nobody answers. */
    Evening at(Machine... portals) {
        this.portals = List.of(portals).stream().map(Machine::address).toList();
        return this;
    }

    /**
     * A portal that is killed between the mail server's word and its own note of it has that mail sent again: as many as it
     * sends at a time may come twice.
     */
    Evening killingPortal() {
        mailsAtStake = MAILS_AT_A_TIME;
        return this;
    }

    /** What happens. */
    @FunctionalInterface
    interface Fault {
        void befall() throws Exception;
    }

    /** How long a fault lasts, which is a part of it: people go on meanwhile, and nothing is waited for. */
    static void lasts(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }

    /** Something that the table has to tell besides. */
    void remark(String remark) {
        this.remark += "; " + remark;
    }

    UUID round() {
        return round;
    }

    int year() {
        return year;
    }

    /**
     * Lets it happen in the midst of it all, and asserts that everything has come right in the end.
     *
     * @param name of the fault, for the table
     */
    void befallenBy(String name, Fault fault) throws Exception {
        var reader = Reader.of(world.coordinator(1), world.first.address(), "/" + World.slug(1) + "/reports")
                .start();
        var crowd = Crowd.at(world, round, portals).awaitSome();

        fault.befall();
        var recovery = Recovery.of(world.first, world, AT_WORK_AGAIN);
        var outcomes = crowd.awaitAll();
        var pages = reader.stop();
        var settled = oracle.awaitSettled(CAUGHT_UP);

        int receipts = oracle.assertEachOnce(round, outcomes);
        var again = oracle.mailedTwice();
        assertThat(again).as("mails that came again").hasSizeLessThanOrEqualTo(mailsAtStake);
        assertThat(again.values()).as("how often").allMatch(times -> times == 2);
        if (!again.isEmpty()) {
            remark("mails that came again, under their Message-ID: " + again.size());
        }
        crowd.seen().assertPlain();
        pages.assertPlain();
        assertThat(reader.read(world.first.address().resolve("/" + World.slug(1) + "/reports"))
                        .status())
                .isEqualTo(200);
        Results.add(new Results.Row(
                name,
                World.MEMBERS + " members answer and submit",
                receipts,
                recovery,
                settled,
                "API: " + crowd.seen().summary() + "; pages: " + pages.summary() + remark));
    }
}
