package org.samklima.portal.archive;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.TenantTables.Column;
import org.samklima.portal.tenancy.TenantTables.Table;

/**
 * Whether an archive's tables can be put into this deployment's. What it has, has to be known here with the same type; what is
 * wanted here in addition must have a value of its own. So an older version's archive fits unless something was renamed.
 */
final class SchemaFit {

    private SchemaFit() {}

    /** @throws Problem saying what does not fit */
    static void check(Manifest manifest, List<Table> here) {
        var tables = here.stream().collect(Collectors.toMap(Table::fullName, Function.identity()));
        for (var rows : manifest.tables()) {
            var table = tables.get(rows.table());
            if (table == null || LeftOut.TABLES.containsKey(rows.table())) {
                throw Problem.invalid("archive.newer", rows.table());
            }
            var columns = table.columns().stream().collect(Collectors.toMap(Column::name, Column::type));
            rows.columns().forEach((column, type) -> {
                if (!type.equals(columns.get(column))) {
                    throw Problem.invalid("archive.newer", rows.table() + "." + column + " " + type);
                }
            });
            table.columns().stream()
                    .filter(column -> column.required() && !rows.columns().containsKey(column.name()))
                    .findFirst()
                    .ifPresent(missing -> {
                        throw Problem.invalid("archive.older", rows.table() + "." + missing.name());
                    });
        }
    }
}
