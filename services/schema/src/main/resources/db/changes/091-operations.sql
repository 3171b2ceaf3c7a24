--liquibase formatted sql

--changeset samklima:scheduled-tasks-cause
--comment: Which span scheduled a job, as a W3C traceparent, and when: the trace of a request goes on in the job it caused. Empty while nobody takes traces.
ALTER TABLE samklima.scheduled_tasks ADD COLUMN caused_by text DEFAULT nullif(current_setting('app.caused_by', true), '');
ALTER TABLE samklima.scheduled_tasks ADD COLUMN caused_at timestamptz DEFAULT now();

--changeset samklima:tally
--comment: Numbers over all tenants, for whoever operates the platform. No tenant: counted in one tenant after the other behind its wall, and only the sums are kept.
CREATE TABLE samklima.tally (
    name        text        NOT NULL,
    label       text        NOT NULL,
    number      bigint      NOT NULL,
    counted_at  timestamptz NOT NULL,
    PRIMARY KEY (name, label)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON samklima.tally TO portal;
