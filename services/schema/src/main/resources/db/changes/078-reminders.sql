--liquibase formatted sql

--changeset samklima:reminder-setting
--comment: How often a person wants to be reminded by mail of what is due in this tenant; without a row as the product proposes.
CREATE TABLE samklima.reminder_setting (
    tenant_id    uuid NOT NULL REFERENCES samklima.tenant,
    person_id    uuid NOT NULL,
    rhythm       text NOT NULL CHECK (rhythm IN ('DAILY', 'WEEKLY', 'OFF')),
    days_before  int  NOT NULL CHECK (days_before BETWEEN 0 AND 60),
    PRIMARY KEY (tenant_id, person_id)
);
CALL samklima.isolate('reminder_setting');
