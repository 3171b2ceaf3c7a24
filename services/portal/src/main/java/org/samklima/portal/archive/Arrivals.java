package org.samklima.portal.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.samklima.keycloak.Accounts;
import org.samklima.keycloak.IdentityProviderUnavailable;
import org.samklima.portal.closing.Closings;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantClosings;
import org.samklima.portal.tenancy.TenantTables;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Tenants that come from another deployment: first only looked at, then let in. */
@Service
class Arrivals {

    private final TenantTables tables;
    private final Tenants tenants;
    private final TenantClosings closings;
    private final ArrivingTenant arriving;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate transactions;

    Arrivals(
            TenantTables tables,
            Tenants tenants,
            TenantClosings closings,
            ArrivingTenant arriving,
            Accounts accounts,
            JdbcClient jdbc,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.tables = tables;
        this.tenants = tenants;
        this.closings = closings;
        this.arriving = arriving;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.json = json;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** How the archive's people are found here. */
    enum PeopleBy {
        /** By their e-mail addresses; who has no account gets one. */
        EMAIL,
        /** By the ids that they have: the identity provider is the same, or moved along. */
        ID
    }

    /**
     * What would happen. Every file is read and compared with its checksum.
     *
     * @param address the tenant's, where it cannot keep its own
     * @throws Problem if the archive cannot be imported here, saying why
     */
    Arrival look(Path file, @Nullable String address, PeopleBy peopleBy) {
        try (var archive = ArchiveFile.open(file, json)) {
            archive.check();
            return plan(archive, address, peopleBy);
        }
    }

    /**
     * Lets the tenant in, all of it or nothing. Accounts are opened before; where a row is refused then, they stay, and are
     * found by the next try.
     *
     * @throws Problem as {@link #look} does, or if a row is refused
     */
    Arrival letIn(Path file, @Nullable String address, PeopleBy peopleBy, Actor operator) {
        try (var archive = ArchiveFile.open(file, json)) {
            archive.check();
            var plan = plan(archive, address, peopleBy);
            Map<UUID, UUID> ids = new HashMap<>(plan.accounts());
            var language = Locale.of(plan.tenant().defaultLanguage());
            plan.newAccounts()
                    .forEach(person ->
                            ids.put(person.id(), asked(() -> accounts.open(person.email(), person.name(), language))));
            plan.known().forEach((there, here) -> ids.put(there, here.id()));
            ids.put(archive.tenant().id(), plan.tenant().id());
            ids.entrySet().removeIf(same -> same.getKey().equals(same.getValue()));
            arriving.letIn(archive, plan, new OtherIds(ids), LeftOut.without(tables()), operator, peopleBy);
            return plan;
        } catch (DataIntegrityViolationException refused) {
            throw Problem.invalid("archive.damaged", Manifest.TENANT);
        }
    }

    private <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (IdentityProviderUnavailable away) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "archive.accounts-away");
        }
    }

    private Arrival plan(ArchiveFile archive, @Nullable String address, PeopleBy peopleBy) {
        SchemaFit.check(archive.manifest(), tables());
        var directory = tenants.all();
        var line = archive.tenant();
        var here = find(line, directory);
        boolean returns = here.filter(this::wasErased).isPresent();
        here.ifPresent(tenant -> checkEmpty(tenant, returns));
        Map<UUID, Tenant> known = new LinkedHashMap<>();
        List<Tenant> added = new ArrayList<>();
        for (var other : archive.others()) {
            find(other, directory)
                    .ifPresentOrElse(
                            found -> known.put(other.id(), found),
                            () -> added.add(other.toTenant(free(other.slug(), directory, added))));
        }
        var tenant = here.orElseGet(() -> line.toTenant(wanted(line, address, directory)));
        var people = archive.people();
        Map<UUID, UUID> found = new HashMap<>();
        List<ArchiveFile.Person> unknown = new ArrayList<>();
        if (peopleBy == PeopleBy.EMAIL) {
            for (var person : people) {
                asked(() -> accounts.find(person.email()))
                        .ifPresentOrElse(id -> found.put(person.id(), id), () -> unknown.add(person));
            }
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        archive.manifest().tables().stream()
                .filter(table -> table.rows() > 0)
                .forEach(table -> rows.put(table.table(), table.rows()));
        return new Arrival(tenant, here.isEmpty(), returns, rows, known, added, people.size(), found, unknown);
    }

    private List<TenantTables.Table> tables() {
        return Tenancy.onPlatform(tables::all);
    }

    private static Optional<Tenant> find(DirectoryLine line, List<Tenant> directory) {
        return directory.stream()
                .filter(tenant -> tenant.id().equals(line.id()))
                .findFirst()
                .or(() -> directory.stream().filter(line::isSameAs).findFirst())
                .or(() -> directory.stream().filter(line::looksLike).findFirst());
    }

    private static String wanted(DirectoryLine line, @Nullable String address, List<Tenant> directory) {
        var slug = address == null || address.isBlank() ? line.slug() : address.strip();
        if (isTaken(slug, directory, List.of()) || Tenants.isReserved(slug)) {
            throw Problem.conflict("archive.address-taken", slug);
        }
        return slug;
    }

    /** An organisation that is only named does not need the address that it has elsewhere. */
    private static String free(String slug, List<Tenant> directory, List<Tenant> added) {
        var free = slug;
        for (int number = 2; isTaken(free, directory, added) || Tenants.isReserved(free); number++) {
            free = slug + "-" + number;
        }
        return free;
    }

    private static boolean isTaken(String slug, List<Tenant> directory, List<Tenant> added) {
        return directory.stream().anyMatch(tenant -> tenant.slug().equals(slug))
                || added.stream().anyMatch(tenant -> tenant.slug().equals(slug));
    }

    /** @throws Problem if it is closed and not erased: then everything it had is here still */
    private boolean wasErased(Tenant tenant) {
        var closing = closings.closing(tenant.id());
        if (closing.closedAt() != null && closing.erasedAt() == null) {
            throw Problem.conflict("archive.closed", tenant.name());
        }
        return closing.erasedAt() != null;
    }

    /** What a tenant's founding leaves in its audit trail is not content; neither is what its erasure left behind. */
    private void checkEmpty(Tenant tenant, boolean returns) {
        var content = LeftOut.without(tables()).stream()
                .filter(table -> !table.fullName().equals("samklima.audit_entry"))
                .filter(table -> !returns || !Closings.STAYS.containsKey(table.fullName()))
                .toList();
        Tenancy.inTenant(
                tenant.id(),
                Actor.SYSTEM,
                () -> transactions.executeWithoutResult(_ -> content.forEach(table -> {
                    if (jdbc.sql("SELECT EXISTS (SELECT FROM " + table.fullName() + " WHERE tenant_id = ?)")
                            .param(tenant.id())
                            .query(Boolean.class)
                            .single()) {
                        throw Problem.conflict("archive.not-empty", tenant.name(), table.fullName());
                    }
                })));
    }
}
