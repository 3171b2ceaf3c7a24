package org.samklima.portal.forms;

import org.samklima.portal.indicators.IndicatorUses;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Questions that ask for an indicator, in any version of any form: earlier ones may still be open, or have answers. */
@Component
class IndicatorsAskedFor implements IndicatorUses {

    private final JdbcClient jdbc;

    IndicatorsAskedFor(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isUsed(String indicator) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM report_form_version WHERE tenant_id = ? AND jsonb_path_exists("
                        + "content::jsonb, '$.**.indicator ? (@ == $code)', jsonb_build_object('code', ?::text)))")
                .params(Tenancy.tenantId(), indicator)
                .query(Boolean.class)
                .single();
    }
}
