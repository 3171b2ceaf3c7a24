--liquibase formatted sql

--changeset samklima:reminder-setting
--comment: How often a person wants to be reminded by mail of what is due in this tenant; without a row as the product proposes. Without a language in the tenant's. Goes when the person goes.
CREATE TABLE samklima.reminder_setting (
    tenant_id    uuid NOT NULL,
    person_id    uuid NOT NULL,
    rhythm       text NOT NULL CHECK (rhythm IN ('DAILY', 'WEEKLY', 'OFF')),
    days_before  int  NOT NULL CHECK (days_before BETWEEN 0 AND 60),
    language     text CHECK (language IN ('sv', 'da', 'de', 'en')),
    PRIMARY KEY (tenant_id, person_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES samklima.tenant_user (tenant_id, person_id) ON DELETE CASCADE
);
CALL samklima.isolate('reminder_setting');

--changeset samklima:reminder
--comment: That a person was reminded on a day; the key keeps anyone from being reminded twice. told says of what, so that the next mail knows what is news. The hash is of the secret in the mail's link that switches reminders off.
CREATE TABLE samklima.reminder (
    tenant_id         uuid   NOT NULL,
    person_id         uuid   NOT NULL,
    day               date   NOT NULL,
    told              text[] NOT NULL,
    unsubscribe_hash  bytea  NOT NULL,
    PRIMARY KEY (tenant_id, person_id, day),
    FOREIGN KEY (tenant_id, person_id) REFERENCES samklima.tenant_user (tenant_id, person_id) ON DELETE CASCADE
);
CREATE INDEX reminder_by_link ON samklima.reminder (tenant_id, unsubscribe_hash);
CALL samklima.isolate('reminder');
