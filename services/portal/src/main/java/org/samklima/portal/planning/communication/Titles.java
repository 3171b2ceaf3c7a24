package org.samklima.portal.planning.communication;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the two tables of the bound tenant's communication plan are called. */
@Repository
public class Titles {

    private static final int LONGEST = 300;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Titles(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @param title blank where the product's own stands above the table */
    public record Title(String title, int lockVersion) {}

    /** For each phase, none left out. */
    @Transactional(readOnly = true)
    public Map<Phase, Title> all() {
        var titles = new EnumMap<Phase, Title>(Phase.class);
        for (var phase : Phase.values()) {
            titles.put(phase, new Title("", 0));
        }
        jdbc.sql("SELECT phase, title, lock_version FROM communication_title WHERE tenant_id = ?")
                .param(Tenancy.tenantId())
                .query(row -> {
                    titles.put(
                            Phase.valueOf(row.getString("phase")),
                            new Title(row.getString("title"), row.getInt("lock_version")));
                });
        return titles;
    }

    /**
     * Names both tables.
     *
     * @param wanted with the version that was read of each; a blank title gives the product's own back
     * @throws Problem if one is too long, or somebody was quicker
     */
    @Transactional
    public void name(Map<Phase, Title> wanted) {
        wanted.forEach((phase, title) -> {
            var text = EntryText.tidy(title.title).replace('\n', ' ');
            if (text.length() > LONGEST) {
                throw Problem.invalid("communication.title-too-long", LONGEST, text.length());
            }
            if (name(phase, text, title.lockVersion) == 0) {
                throw Problem.conflict("communication.changed-meanwhile");
            }
        });
        audit.record("communication-plan.named", "communication-plan", Tenancy.tenantId(), Map.of());
    }

    private int name(Phase phase, String title, int lockVersion) {
        if (title.isEmpty()) {
            int removed = jdbc.sql(
                            "DELETE FROM communication_title WHERE tenant_id = ? AND phase = ? AND lock_version = ?")
                    .params(Tenancy.tenantId(), phase.name(), lockVersion)
                    .update();
            return removed + (version(phase) == null ? 1 : 0);
        }
        return jdbc.sql("INSERT INTO communication_title (tenant_id, phase, title, lock_version) VALUES (?, ?, ?, 1)"
                        + " ON CONFLICT (tenant_id, phase) DO UPDATE SET title = EXCLUDED.title,"
                        + " lock_version = communication_title.lock_version + 1"
                        + " WHERE communication_title.lock_version = ?")
                .params(Tenancy.tenantId(), phase.name(), title, lockVersion)
                .update();
    }

    private @Nullable Integer version(Phase phase) {
        return jdbc.sql("SELECT lock_version FROM communication_title WHERE tenant_id = ? AND phase = ?")
                .params(Tenancy.tenantId(), phase.name())
                .query(Integer.class)
                .optional()
                .orElse(null);
    }
}
