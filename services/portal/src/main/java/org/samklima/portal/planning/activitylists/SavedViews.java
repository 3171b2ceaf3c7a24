package org.samklima.portal.planning.activitylists;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.people.PersonLeft;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.TenantListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The bound tenant's saved views: each person's own, and those for everybody. */
@Repository
class SavedViews {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_QUERY = 2_000;
    private static final int MOST = 50;

    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the person may save views for everybody, and remove them. */
    static boolean mayShare(Actor actor) {
        return actor.has(Role.COORDINATOR, Role.STAFF, Role.CONTRIBUTOR);
    }

    /** Everybody's and the bound person's own, by name. */
    @Transactional(readOnly = true)
    List<SavedView> all() {
        return jdbc.sql("SELECT id, name, person_id IS NULL AS for_everybody, shape, query FROM saved_view"
                        + " WHERE tenant_id = ? AND (person_id IS NULL OR person_id = ?)"
                        + " ORDER BY name COLLATE \"und-x-icu\", id")
                .params(Arrays.asList(Tenancy.tenantId(), Tenancy.actor().id()))
                .query((row, _) -> new SavedView(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("for_everybody"),
                        Shape.valueOf(row.getString("shape")),
                        row.getString("query")))
                .list();
    }

    /**
     * Saves a view under a name.
     *
     * @param query of its address
     * @throws Problem without a name, with one that is taken or too long, and to whoever may not save it for everybody
     */
    @Transactional
    UUID add(@Nullable String name, Shape shape, String query, boolean forEverybody) {
        var called = name == null ? "" : name.replace("\0", "").strip().replaceAll("\\s+", " ");
        if (called.isEmpty()) {
            throw Problem.invalid("activitylists.views.nameless");
        }
        if (called.length() > LONGEST_NAME || query.length() > LONGEST_QUERY) {
            throw Problem.invalid("activitylists.views.too-long", LONGEST_NAME);
        }
        var actor = Tenancy.actor();
        if (forEverybody && !mayShare(actor)) {
            throw new Problem(Problem.Kind.FORBIDDEN, "activitylists.views.not-for-everybody");
        }
        if (all().size() >= MOST) {
            throw Problem.conflict("activitylists.views.too-many", MOST);
        }
        var id = Ids.next();
        try {
            jdbc.sql("INSERT INTO saved_view (tenant_id, id, person_id, name, shape, query) VALUES (?, ?, ?, ?, ?, ?)")
                    .params(Arrays.asList(
                            Tenancy.tenantId(), id, forEverybody ? null : actor.id(), called, shape.name(), query))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("activitylists.views.taken", called);
        }
        return id;
    }

    /** @throws Problem if there is no such view, or it is somebody else's to remove */
    @Transactional
    SavedView remove(UUID id) {
        var view = all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(Problem::notFound);
        if (view.forEverybody() && !mayShare(Tenancy.actor())) {
            throw new Problem(Problem.Kind.FORBIDDEN, "activitylists.views.not-for-everybody");
        }
        jdbc.sql("DELETE FROM saved_view WHERE tenant_id = ? AND id = ?")
                .params(Tenancy.tenantId(), id)
                .update();
        return view;
    }

    /** What nobody else sees goes with its person. */
    @TenantListener
    void on(PersonLeft left) {
        jdbc.sql("DELETE FROM saved_view WHERE tenant_id = ? AND person_id = ?")
                .params(left.tenantId(), left.personId())
                .update();
    }
}
