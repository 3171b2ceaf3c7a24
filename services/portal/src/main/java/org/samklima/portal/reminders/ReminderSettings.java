package org.samklima.portal.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How the people of the bound tenant want to be reminded. */
@Repository
class ReminderSettings {

    private final JdbcClient jdbc;

    ReminderSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public ReminderSetting of(UUID person) {
        return jdbc.sql("SELECT rhythm, days_before, language FROM reminder_setting"
                        + " WHERE tenant_id = ? AND person_id = ?")
                .params(Tenancy.tenantId(), person)
                .query(ReminderSettings::setting)
                .optional()
                .orElse(ReminderSetting.PROPOSED);
    }

    /** Of those who said how they want it, by person. */
    @Transactional(readOnly = true)
    public Map<UUID, ReminderSetting> chosen() {
        return jdbc
                .sql("SELECT person_id, rhythm, days_before, language FROM reminder_setting WHERE tenant_id = ?")
                .param(Tenancy.tenantId())
                .query((row, number) -> Map.entry(row.getObject("person_id", UUID.class), setting(row, number)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Transactional
    public void choose(UUID person, ReminderSetting setting) {
        jdbc.sql(
                        "INSERT INTO reminder_setting (tenant_id, person_id, rhythm, days_before, language)"
                                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (tenant_id, person_id) DO UPDATE"
                                + " SET rhythm = excluded.rhythm, days_before = excluded.days_before, language = excluded.language")
                .params(Arrays.asList(
                        Tenancy.tenantId(), person, setting.rhythm().name(), setting.daysBefore(), setting.language()))
                .update();
    }

    private static ReminderSetting setting(ResultSet row, int number) throws SQLException {
        return new ReminderSetting(
                Rhythm.valueOf(row.getString("rhythm")), row.getInt("days_before"), row.getString("language"));
    }
}
