package org.samklima.portal.operator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samklima.keycloak.SignedIn;
import org.samklima.portal.lists.ListReport;
import org.samklima.portal.lists.ListReport.Line;
import org.samklima.portal.lists.ListReport.Outcome;
import org.samklima.portal.lists.ListRow;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.ColumnRole;
import org.samklima.portal.tables.ColumnRole.Content;
import org.samklima.portal.tables.Spelling;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantKind;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.stereotype.Service;

/** Creates many tenants from a list, all or none. Those that are there already are left as they are. */
@Service
class TenantImport {

    static final String CODE = "member-code";
    static final String NAME = "member-name";
    static final String KIND = "kind";
    static final String SLUG = "slug";
    static final String EMAIL = "e-mail";

    static final List<ColumnRole> ROLES = List.of(
            new ColumnRole(CODE, Content.CODE),
            new ColumnRole(NAME, Content.TEXT),
            new ColumnRole(KIND, Content.TEXT),
            new ColumnRole(SLUG, Content.CODE),
            new ColumnRole(EMAIL, Content.TEXT));

    private final Tenants tenants;
    private final TenantCreation creation;

    TenantImport(Tenants tenants, TenantCreation creation) {
        this.tenants = tenants;
        this.creation = creation;
    }

    /** What importing these rows would do. */
    ListReport tryOut(List<ListRow> rows, TenantDefaults defaults) {
        return ListReport.tried(check(rows, defaults).lines);
    }

    /** Imports them, unless one of them is wrong: then the report says which, and nothing has happened. */
    ListReport carryOut(List<ListRow> rows, TenantDefaults defaults, SignedIn operator) {
        var checked = check(rows, defaults);
        var report = ListReport.tried(checked.lines);
        if (!report.isImportable()) {
            return report;
        }
        creation.createAll(checked.wanted, operator);
        return report.done();
    }

    private Check check(List<ListRow> rows, TenantDefaults defaults) {
        var check = new Check(defaults, tenants.all());
        rows.forEach(check::row);
        return check;
    }

    /** One look at a list. */
    private static final class Check {

        private final TenantDefaults defaults;
        private final Map<String, Tenant> byIdentity = new HashMap<>();
        private final Map<String, Tenant> bySlug = new HashMap<>();
        private final Map<String, ListRow> seen = new HashMap<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<NewTenant> wanted = new ArrayList<>();

        Check(TenantDefaults defaults, List<Tenant> known) {
            this.defaults = defaults;
            for (var tenant : known) {
                byIdentity.put(
                        identity(
                                tenant.kind(),
                                tenant.country(),
                                Optional.ofNullable(tenant.officialCode()),
                                tenant.name()),
                        tenant);
                bySlug.put(tenant.slug(), tenant);
            }
        }

        void row(ListRow row) {
            var what = (row.value(CODE) + " " + row.value(NAME)).strip();
            try {
                lines.add(line(row, what));
            } catch (Problem problem) {
                lines.add(Line.of(row, what, Outcome.WRONG, problem.messageKey(), problem.argumentTexts()));
            }
        }

        private Line line(ListRow row, String what) {
            var tenant = wanted(row);
            var identity = identity(
                    tenant.kind(), tenant.country(), Optional.ofNullable(tenant.officialCode()), tenant.name());
            var twin = seen.putIfAbsent(identity, row);
            if (twin != null) {
                return Line.of(row, what, Outcome.WRONG, "lists.duplicate", String.valueOf(twin.number()));
            }
            var known = byIdentity.get(identity);
            if (known != null) {
                return known.name().equals(tenant.name())
                        ? Line.of(row, what, Outcome.SAME)
                        : Line.of(row, what, Outcome.SAME, "operator.import.called-otherwise", known.name());
            }
            if (tenant.slug() != null) {
                takeSlug(tenant.slug(), row);
            }
            wanted.add(tenant);
            return Line.of(row, what, Outcome.NEW);
        }

        private NewTenant wanted(ListRow row) {
            var kind = NewTenant.given(row.value(KIND))
                    .map(word -> TenantKinds.of(word)
                            .orElseThrow(() -> Problem.invalid("operator.import.kind-unknown", word)))
                    .orElse(defaults.kind());
            var code = OfficialCodes.whole(row.value(CODE), defaults.country(), kind);
            return defaults.tenant(kind, row.value(NAME), row.value(SLUG), code, row.value(EMAIL));
        }

        private void takeSlug(String slug, ListRow row) {
            if (Tenants.isReserved(slug)) {
                throw Problem.invalid("tenancy.slug-reserved", slug);
            }
            if (bySlug.containsKey(slug)) {
                throw Problem.invalid(
                        "operator.import.slug-taken", slug, bySlug.get(slug).name());
            }
            var twin = seen.putIfAbsent("/" + slug, row);
            if (twin != null) {
                throw Problem.invalid("lists.duplicate", String.valueOf(twin.number()));
            }
        }

        /** A municipality is its code; without one it is its name. */
        private static String identity(TenantKind kind, String country, Optional<String> code, String name) {
            return kind + " " + country + " " + code.map("#"::concat).orElseGet(() -> Spelling.fold(name));
        }
    }
}
