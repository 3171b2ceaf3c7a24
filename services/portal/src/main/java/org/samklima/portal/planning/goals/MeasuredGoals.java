package org.samklima.portal.planning.goals;

import org.samklima.portal.indicators.IndicatorUses;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which indicators the bound tenant's goals are measured by, archived ones too. */
@Component
class MeasuredGoals implements IndicatorUses {

    private final JdbcClient jdbc;

    MeasuredGoals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isUsed(String indicator) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM goal WHERE tenant_id = ?"
                        + " AND (indicator_code = ? OR denominator_code = ?))")
                .params(Tenancy.tenantId(), indicator, indicator)
                .query(Boolean.class)
                .single();
    }
}
