package org.samklima.portal.planning.fields;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tables.TableDownload;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;

/** The fields of action as a file, which {@link FieldImport} takes back. */
record FieldFile(FieldTree tree, FieldUse.Counts use, SectorNames names, MessageSource messages, Locale language) {

    TableDownload download(Tenant tenant) {
        return TableDownload.of(
                tenant.name() + " " + word("fields.title"),
                List.of(
                        word("lists.role." + FieldImport.PATH),
                        word("lists.role." + FieldImport.SECTORS),
                        word("fields.column.holds")),
                tree.inOrder().stream().map(this::row).toList());
    }

    private List<@Nullable Object> row(FieldTree.Branch branch) {
        var field = branch.field();
        return Arrays.asList(
                branch.path(),
                field.sectors().stream().map(names::fullName).collect(Collectors.joining("\n")),
                use.of(field.id()).stream()
                        .map(held -> word("fields.holds." + held.kind(), held.count()))
                        .collect(Collectors.joining(", ")));
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
