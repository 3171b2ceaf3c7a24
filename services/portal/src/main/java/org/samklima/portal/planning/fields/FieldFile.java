package org.samklima.portal.planning.fields;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tables.TableDownload;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;

/** The fields of action as a file. */
record FieldFile(FieldTree tree, FieldUse.Counts use, SectorNames names, MessageSource messages, Locale language) {

    TableDownload download(Tenant tenant) {
        return TableDownload.of(
                tenant.name() + " " + word("fields.title"),
                Stream.of("name", "path", "holds", "sectors")
                        .map(column -> word("fields.column." + column))
                        .toList(),
                tree.inOrder().stream().map(this::row).toList());
    }

    private List<@Nullable Object> row(FieldTree.Branch branch) {
        var field = branch.field();
        return Arrays.asList(
                field.name(),
                branch.path(),
                use.of(field.id()).stream()
                        .map(held -> word("fields.holds." + held.kind(), held.count()))
                        .collect(Collectors.joining(", ")),
                field.sectors().stream().map(names::fullName).collect(Collectors.joining("; ")));
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
