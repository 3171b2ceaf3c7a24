package org.samklima.portal.network;

import java.util.Map;
import java.util.regex.Pattern;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.Spelling;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.samklima.published.PeerGroup;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The peer groups of the bound network, for changing: members that are fair to compare with each other. */
@Service
class PeerGroups {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final JsonMapper json;

    PeerGroups(JdbcClient jdbc, Tenants tenants, AuditTrail audit, JsonMapper json) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.audit = audit;
        this.json = json;
    }

    /** The code that a name suggests; empty where none of its letters can be one. */
    static String codeOf(String name) {
        var code = Spelling.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return code.substring(0, Math.min(40, code.length()));
    }

    /**
     * Adds a group, or names an existing one anew.
     *
     * @throws Problem if the code is none
     */
    @Transactional
    void save(PeerGroup group) {
        if (!CODE.matcher(group.code()).matches()) {
            throw Problem.invalid("network.peer-group-code-invalid", group.code());
        }
        jdbc.sql("INSERT INTO peer_group (tenant_id, code, name) VALUES (?, ?, ?::jsonb)"
                        + " ON CONFLICT (tenant_id, code) DO UPDATE SET name = excluded.name")
                .params(Tenancy.tenantId(), group.code(), json.writeValueAsString(group.name()))
                .update();
        audit.record("peer-group.saved", "peer-group", group.code(), Map.of("name", ourName(group)));
    }

    /** @throws Problem if members are in it, or were */
    @Transactional
    void remove(PeerGroup group) {
        var name = ourName(group);
        try {
            jdbc.sql("DELETE FROM peer_group WHERE tenant_id = ? AND code = ?")
                    .params(Tenancy.tenantId(), group.code())
                    .update();
        } catch (DataIntegrityViolationException used) {
            throw Problem.conflict("network.peer-group-used", name);
        }
        audit.record("peer-group.removed", "peer-group", group.code(), Map.of("name", name));
    }

    /** In the network's own language, if it has one there. */
    private String ourName(PeerGroup group) {
        return group.name().in(tenants.get(Tenancy.tenantId()).defaultLanguage());
    }
}
