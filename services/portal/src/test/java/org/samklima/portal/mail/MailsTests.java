package org.samklima.portal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.TestMail;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class MailsTests {

    @Autowired
    World world;

    @Autowired
    Mails mails;

    @Autowired
    JdbcClient jdbc;

    Tenant ekby;

    @BeforeEach
    void tenant() {
        ekby = world.municipality("Ekby");
    }

    @Test
    void a_mail_comes_plain_in_the_tenants_language_and_answers_reach_whom_it_says() {
        var karin = world.person("Karin Koll");

        write("reminder:1", karin.email());

        assertThat(TestMail.to(karin.email(), 1)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Ringen: ”2026” ska vara inne 28 februari 2026");
            assertThat(mail.getContentType()).startsWith("text/plain");
            assertThat((String) mail.getContent()).startsWith("Hej!");
            assertThat(mail.getReplyTo()[0]).hasToString("secretariat@example.org");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        });
    }

    @Test
    void nobody_gets_two_mails_on_one_occasion() {
        var karin = world.person("Karin Koll");
        var bo = world.person("Bo Bidrag");

        write("reminder:1", karin.email());
        write("reminder:1", karin.email(), bo.email());
        write("reminder:2", karin.email());

        assertThat(TestMail.to(karin.email(), 2)).hasSize(2);
        assertThat(TestMail.to(bo.email(), 1)).hasSize(1);
    }

    @Test
    void a_subject_cannot_smuggle_in_a_header() {
        var karin = world.person("Karin Koll");

        world.in(ekby, () -> mails.write(mail("reminder:1", "Ringen\r\nBcc: all@example.org"), List.of(karin.email())));

        assertThat(TestMail.to(karin.email(), 1)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).startsWith("Ringen Bcc: all@example.org");
            assertThat(mail.getHeader("Bcc")).isNull();
        });
    }

    @Test
    void a_mail_that_the_server_did_not_take_waits_to_be_tried_again() {
        write("reminder:1", "no address");

        await().until(() -> failures() == 1);

        assertThat(world.ask(
                        ekby,
                        () -> jdbc.sql("SELECT count(*) FROM outgoing_mail WHERE tenant_id = ? AND sent_at IS NULL")
                                .param(ekby.id())
                                .query(Integer.class)
                                .single()))
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT execution_time > now() FROM scheduled_tasks WHERE task_instance LIKE ?")
                        .param(ekby.id() + "/%")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_mail_has_the_same_number_at_every_try() {
        var karin = world.person("Karin Koll");

        write("reminder:1", karin.email());

        var id = world.ask(
                ekby,
                () -> jdbc.sql("SELECT id FROM outgoing_mail WHERE tenant_id = ?")
                        .param(ekby.id())
                        .query(UUID.class)
                        .single());
        assertThat(TestMail.to(karin.email(), 1))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getMessageID()).startsWith("<" + id + "@"));
    }

    @Test
    void a_mail_of_a_transaction_that_fails_is_never_sent() {
        var karin = world.person("Karin Koll");
        try {
            world.in(ekby, () -> {
                mails.write(mail("reminder:1", "Ringen"), List.of(karin.email()));
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException expected) {
            write("reminder:2", karin.email());
        }

        TestMail.to(karin.email(), 1);
        assertThat(world.ask(
                        ekby,
                        () -> jdbc.sql("SELECT occasion FROM outgoing_mail WHERE tenant_id = ?")
                                .param(ekby.id())
                                .query(String.class)
                                .list()))
                .containsExactly("reminder:2");
    }

    private int failures() {
        return jdbc.sql("SELECT coalesce(max(consecutive_failures), 0) FROM scheduled_tasks WHERE task_instance LIKE ?")
                .param(ekby.id() + "/%")
                .query(Integer.class)
                .single();
    }

    private void write(String occasion, String... recipients) {
        world.in(ekby, () -> mails.write(mail(occasion, "Ringen"), List.of(recipients)));
    }

    private static Mail mail(String occasion, String network) {
        return new Mail(
                occasion,
                "reporting.mail.reminder",
                "secretariat@example.org",
                List.of(
                        network,
                        "2026",
                        LocalDate.of(2026, 2, 28),
                        "Europe/Stockholm",
                        "Ekby",
                        "http://localhost/" + UUID.randomUUID()));
    }
}
