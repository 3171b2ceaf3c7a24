package org.samklima.standalone.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTests {

    @TempDir
    private Path folder;

    private MailCatcher catcher;

    @BeforeEach
    void start() throws Exception {
        catcher = MailCatcher.start(0, 0, folder);
    }

    @AfterEach
    void stop() {
        catcher.close();
    }

    @Test
    void a_sent_mail_is_shown_with_its_links_to_click() throws Exception {
        send("Invitation to Ängsvik", "text/plain; charset=utf-8", "Accept: http://localhost:8082/join?a=1&b=2.\nBye");

        assertThat(page("en"))
                .contains("<h2>Invitation to Ängsvik</h2>", "anna@demo.example", "no-reply@samklima.example")
                .contains("<a href=\"http://localhost:8082/join?a=1&amp;b=2\"");
    }

    @Test
    void what_claims_to_be_markup_is_shown_as_text() throws Exception {
        send("<script>alert(1)</script>", "text/plain; charset=utf-8", "http://x.example/\"onclick=\"y <img src=x>");

        assertThat(page("en"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img src=x&gt;")
                .doesNotContain("<script>", "<img", "\"onclick");
    }

    @Test
    void html_is_shown_as_the_text_it_holds() throws Exception {
        send(
                "Reminder",
                "text/html; charset=utf-8",
                "<style>p{}</style><p>Due &lt;soon&gt;</p><a href=\"http://localhost/r\">Report</a>");

        assertThat(page("en"))
                .contains("Due &lt;soon&gt;", ">http://localhost/r</a>")
                .doesNotContain("p{}");
    }

    @Test
    void the_newest_comes_first_and_all_are_there_after_a_restart() throws Exception {
        send("first", "text/plain", "one");
        send("second", "text/plain", "two");
        catcher.close();
        catcher = MailCatcher.start(0, 0, folder);

        assertThat(page("en")).containsSubsequence("<h2>second</h2>", "<h2>first</h2>");
    }

    @Test
    void only_the_newest_are_kept() throws Exception {
        var mails = new CaughtMails(folder, Clock.systemUTC());
        for (int i = 0; i <= CaughtMails.KEPT; i++) {
            mails.keep(mail("number " + i, "text/plain", ""));
        }

        assertThat(mails.newestFirst())
                .hasSize(CaughtMails.KEPT)
                .last()
                .satisfies(oldest -> assertThat(oldest.subject()).isEqualTo("number 1"));
    }

    @Test
    void the_page_speaks_the_readers_language() throws Exception {
        assertThat(page("sv")).contains("<html lang=\"sv\">", "Infångade mejl");
        assertThat(page("da")).contains("Opfangede mails");
        assertThat(page("de-AT")).contains("Abgefangene E-Mails");
        assertThat(page("fi")).contains("Caught mail");
    }

    @Test
    void another_sites_page_cannot_read_the_mail_under_a_name_of_its_own() throws Exception {
        assertThat(MailPage.isThisMachine("mail.attacker.example:8083")).isFalse();
        assertThat(MailPage.isThisMachine("localhost:8083")).isTrue();
        assertThat(get("en").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("default-src 'none'")
                        .contains("form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'"));
    }

    private String page(String language) throws Exception {
        return get(language).body();
    }

    private HttpResponse<String> get(String language) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + catcher.pagePort() + "/"))
                .header("Accept-Language", language)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private void send(String subject, String type, String text) throws Exception {
        Transport.send(mail(subject, type, text));
    }

    private MimeMessage mail(String subject, String type, String text) throws Exception {
        var server = new Properties();
        server.setProperty("mail.smtp.host", "127.0.0.1");
        server.setProperty("mail.smtp.port", String.valueOf(catcher.smtpPort()));
        var mail = new MimeMessage(Session.getInstance(server));
        mail.setFrom(new InternetAddress("no-reply@samklima.example"));
        mail.setRecipient(RecipientType.TO, new InternetAddress("anna@demo.example"));
        mail.setSubject(subject, "utf-8");
        mail.setContent(text, type);
        mail.setSentDate(new Date());
        return mail;
    }
}
