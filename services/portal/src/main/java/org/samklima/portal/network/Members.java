package org.samklima.portal.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.TenantKind;
import org.samklima.portal.tenancy.Tenants;
import org.samklima.published.PeerGroup;
import org.samklima.published.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The members of the bound network, for reading. Lists are by name, in the order of the network's first language. */
@Component
public class Members {

    private static final String SELECT =
            "SELECT m.member_id, t.slug, t.name, t.kind, t.official_code, m.peer_group, m.since, m.until"
                    + " FROM membership m JOIN tenant t ON t.id = m.member_id WHERE m.tenant_id = ?";

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final JsonMapper json;
    private final Clock clock;

    Members(JdbcClient jdbc, Tenants tenants, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.json = json;
        this.clock = clock;
    }

    /** Today where the network is: its time zone decides who is a member on the first and on the last day. */
    @Transactional(readOnly = true)
    public LocalDate today() {
        return tenants.get(Tenancy.tenantId()).dayOf(clock.instant());
    }

    /** The moment at which a day begins where the network is. */
    @Transactional(readOnly = true)
    Instant beginningOf(LocalDate day) {
        return day.atStartOfDay(tenants.get(Tenancy.tenantId()).timeZone()).toInstant();
    }

    /** Whoever is a member today. */
    @Transactional(readOnly = true)
    public List<Member> present() {
        return present(today());
    }

    /** Whoever is a member on that day. */
    @Transactional(readOnly = true)
    public List<Member> present(LocalDate day) {
        return all().stream().filter(member -> member.isPresent(day)).toList();
    }

    /** Those who left and those who are to come, too. */
    @Transactional(readOnly = true)
    public List<Member> all() {
        return jdbc.sql(SELECT).param(Tenancy.tenantId()).query(Members::member).list().stream()
                .sorted(byName())
                .toList();
    }

    /** A member, also one that has left or is to come. */
    @Transactional(readOnly = true)
    public Optional<Member> find(UUID id) {
        return jdbc.sql(SELECT + " AND m.member_id = ?")
                .params(Tenancy.tenantId(), id)
                .query(Members::member)
                .optional();
    }

    /** In the order of their codes. */
    @Transactional(readOnly = true)
    public List<PeerGroup> peerGroups() {
        return jdbc.sql("SELECT code, name FROM peer_group WHERE tenant_id = ? ORDER BY code")
                .param(Tenancy.tenantId())
                .query((row, _) ->
                        new PeerGroup(row.getString("code"), json.readValue(row.getString("name"), Texts.class)))
                .list();
    }

    private Comparator<Member> byName() {
        var language = Locale.of(tenants.get(Tenancy.tenantId()).defaultLanguage());
        return Comparator.comparing(Member::name, Collator.getInstance(language))
                .thenComparing(Member::slug);
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getObject("member_id", UUID.class),
                row.getString("slug"),
                row.getString("name"),
                TenantKind.valueOf(row.getString("kind")),
                row.getString("official_code"),
                row.getString("peer_group"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }
}
