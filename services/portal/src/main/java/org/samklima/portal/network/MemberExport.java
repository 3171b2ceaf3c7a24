package org.samklima.portal.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tables.CsvStyle;
import org.samklima.portal.tables.TableExport;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes a list of members as CSV or XLSX, in the reader's words and so that {@link MemberImport} takes it back. */
@Component
class MemberExport {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final MessageSource messages;

    MemberExport(MessageSource messages) {
        this.messages = messages;
    }

    ResponseEntity<byte[]> csv(
            Tenant network, LocalDate today, List<Member> members, Map<String, String> groupNames, Locale language) {
        var out = new ByteArrayOutputStream();
        try {
            TableExport.csv(out, CsvStyle.SPREADSHEET, headings(language), rows(members, groupNames, language));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return download(out, CSV, name(network, today, language) + ".csv");
    }

    ResponseEntity<byte[]> xlsx(
            Tenant network, LocalDate today, List<Member> members, Map<String, String> groupNames, Locale language) {
        var out = new ByteArrayOutputStream();
        try {
            TableExport.xlsx(
                    out,
                    messages.getMessage("network.members", null, language),
                    headings(language),
                    rows(members, groupNames, language));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return download(out, XLSX, name(network, today, language) + ".xlsx");
    }

    private List<String> headings(Locale language) {
        return Stream.of("member-code", "member-name", "kind", "peer-group", "since", "until")
                .map(role -> messages.getMessage("lists.role." + role, null, language))
                .toList();
    }

    private List<List<@Nullable Object>> rows(List<Member> members, Map<String, String> groupNames, Locale language) {
        return members.stream()
                .map(member -> Arrays.<@Nullable Object>asList(
                        member.officialCode(),
                        member.name(),
                        messages.getMessage("tenancy.kind." + member.kind().name(), null, language),
                        groupNames.get(member.peerGroup()),
                        member.since(),
                        member.until()))
                .toList();
    }

    /** So that it is found again among downloads: whose it is, what it is, and of which day. */
    private String name(Tenant network, LocalDate today, Locale language) {
        return network.name() + " " + messages.getMessage("network.members", null, language) + " " + today;
    }

    private static ResponseEntity<byte[]> download(ByteArrayOutputStream out, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out.toByteArray());
    }
}
