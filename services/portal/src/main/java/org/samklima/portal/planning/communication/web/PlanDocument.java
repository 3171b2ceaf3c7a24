package org.samklima.portal.planning.communication.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.samklima.portal.planning.communication.EntryText;
import org.samklima.portal.planning.communication.Party;
import org.samklima.portal.planning.communication.PlanFile;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The communication plan as a document for Word: across the page, two titled tables of six columns, the glossary after. */
@Component
class PlanDocument {

    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    /** What share of the width each column has, in hundredths: messages are longer than quarters. */
    private static final List<Integer> WIDTHS = List.of(19, 24, 19, 20, 9, 9);

    private final MessageSource messages;

    PlanDocument(MessageSource messages) {
        this.messages = messages;
    }

    ResponseEntity<byte[]> download(Tenant tenant, PlanPage.View plan, LocalDate today) {
        var language = Locale.of(tenant.defaultLanguage());
        var title = word("communication.title", language);
        var name = PlanFile.fileName(tenant, title, today) + ".docx";
        return ResponseEntity.ok()
                .contentType(DOCX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(write(tenant, plan, title, today, language));
    }

    private byte[] write(Tenant tenant, PlanPage.View plan, String title, LocalDate today, Locale language) {
        var document = new WordDocument(tenant.name() + ": " + title, language);
        document.footer(tenant.name() + " · " + title + " · " + today);
        for (var table : plan.tables()) {
            if (!table.rows().isEmpty()) {
                document.heading(table.title());
                document.table(
                        headings(language),
                        WIDTHS,
                        table.rows().stream()
                                .map(row ->
                                        List.copyOf(row.entry().text().columns().values()))
                                .toList());
            }
        }
        if (!plan.parties().isEmpty()) {
            document.heading(word("communication.glossary.heading", language));
            plan.parties().forEach(party -> party(document, party));
        }
        return document.bytes();
    }

    private static void party(WordDocument document, Party party) {
        document.smallHeading(party.name());
        document.text(party.text().description());
    }

    /** Each column's heading, and the question that it answers on a line below. */
    private List<WordDocument.Heading> headings(Locale language) {
        return EntryText.COLUMNS.stream()
                .map(column -> new WordDocument.Heading(
                        word("communication.heading." + column, language),
                        EntryText.QUESTIONED.contains(column)
                                ? word("communication.question." + column, language)
                                : ""))
                .toList();
    }

    private String word(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
