package org.samklima.portal.reminders;

import static org.awaitility.Awaitility.await;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.freeText;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.samklima.portal.TestMail;
import org.samklima.portal.World;
import org.samklima.portal.reporting.ReportingScene;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A municipality that networks wait for, and the reminders that its people get. */
final class ReminderScene {

    private final World world;
    private final ApplicationContext beans;
    private final Tenant town;

    ReminderScene(World world, ApplicationContext beans) {
        this.world = world;
        this.beans = beans;
        this.town = world.municipality("Ekby");
    }

    Tenant town() {
        return town;
    }

    /**
     * A network of that name waits for a report of these municipalities until so many days from now.
     *
     * @return the first one's report, once all of them have begun by themselves
     */
    UUID awaited(String network, int days, Tenant... members) {
        var scene = new ReportingScene(world, beans, network);
        List.of(members).forEach(scene::joined);
        var plan = scene.plan(form(freeText("words", 100)));
        var round = scene.opened(ReportingScene.endingOn(scene.today().plusDays(days), plan));
        return Stream.of(members).map(member -> begun(member, round)).toList().getFirst();
    }

    private UUID begun(Tenant member, UUID round) {
        return await().until(
                        () -> world.ask(
                                member,
                                () -> jdbc().sql("SELECT id FROM report WHERE tenant_id = ? AND round_id = ?")
                                        .params(member.id(), round)
                                        .query(UUID.class)
                                        .optional()),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** An activity under way that the person is responsible for and that is to end so many days from now. */
    void responsible(World.Person person, String title, int days) {
        world.in(
                town,
                () -> jdbc().sql(
                                "INSERT INTO activity (tenant_id, id, title, status, ends_on, responsible_id, created_at, changed_at)"
                                        + " VALUES (?, ?, ?, 'ONGOING', ?, ?, now(), now())")
                        .params(town.id(), Ids.next(), title, today().plusDays(days), person.id())
                        .update());
    }

    LocalDate today() {
        return town.dayOf(beans.getBean(Clock.class).instant());
    }

    LocalDate monday() {
        return today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    /** Writes the reminders of that morning. Returns how many could not be. */
    int morning(Tenant tenant, LocalDate day) {
        return beans.getBean(MorningMail.class).send(tenant, day);
    }

    /** The reminders that wait or were sent, by subject: what a morning wrote is there when it ends. */
    List<String> written(Tenant tenant, World.Person person) {
        return world.ask(
                tenant,
                () -> jdbc().sql("SELECT subject FROM outgoing_mail WHERE tenant_id = ? AND recipient = ?"
                                + " AND occasion LIKE 'reminders:%' ORDER BY created_at, id")
                        .params(tenant.id(), person.email())
                        .query(String.class)
                        .list());
    }

    private JdbcClient jdbc() {
        return beans.getBean(JdbcClient.class);
    }

    /** Waits for so many reminders in the person's mailbox. */
    static List<MimeMessage> arrived(World.Person person, int count) {
        return await().until(
                        () -> TestMail.to(person.email()).stream()
                                .filter(mail ->
                                        !header(mail, "List-Unsubscribe").isEmpty())
                                .toList(),
                        mails -> mails.size() >= count);
    }

    /** The address that a mail program posts to. */
    static String unsubscribeLink(MimeMessage mail) {
        var header = header(mail, "List-Unsubscribe");
        return header.substring(1, header.length() - 1);
    }

    static String header(MimeMessage mail, String name) {
        try {
            var values = mail.getHeader(name);
            return values == null ? "" : values[0].replaceAll("\\s+", "");
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static String text(MimeMessage mail) {
        try {
            return ((String) mail.getContent()).replace("\r\n", "\n");
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
