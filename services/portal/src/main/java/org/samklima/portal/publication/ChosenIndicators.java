package org.samklima.portal.publication;

import org.samklima.portal.indicators.IndicatorUses;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Indicators that are chosen for an edition being composed. What is published holds all it needs in itself. */
@Component
class ChosenIndicators implements IndicatorUses {

    private final JdbcClient jdbc;

    ChosenIndicators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isUsed(String indicator) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM edition_draft WHERE tenant_id = ? AND jsonb_path_exists("
                                + "content::jsonb, '$.indicators[*].code ? (@ == $code)', jsonb_build_object('code', ?::text)))")
                .params(Tenancy.tenantId(), indicator)
                .query(Boolean.class)
                .single();
    }
}
