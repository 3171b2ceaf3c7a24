--liquibase formatted sql

--changeset samklima:report-form
CREATE TABLE samklima.report_form (
    tenant_id       uuid        NOT NULL REFERENCES samklima.tenant,
    id              uuid        NOT NULL,
    code            text        NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    title           jsonb       NOT NULL,
    latest_version  int         NOT NULL CHECK (latest_version > 0),
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, code)
);
CALL samklima.isolate('report_form');
--comment: A version never changes: an open round keeps the one it began with. Kept as text, so that it leaves as it came.
CREATE TABLE samklima.report_form_version (
    tenant_id   uuid        NOT NULL,
    form_id     uuid        NOT NULL,
    version     int         NOT NULL CHECK (version > 0),
    content     json        NOT NULL,
    created_at  timestamptz NOT NULL,
    created_by  uuid,
    PRIMARY KEY (tenant_id, form_id, version),
    FOREIGN KEY (tenant_id, form_id) REFERENCES samklima.report_form (tenant_id, id)
);
CALL samklima.isolate('report_form_version');
REVOKE UPDATE ON samklima.report_form_version FROM portal;

--changeset samklima:report-form-draft
--comment: A form that was read without fault and waits to be taken into use, or not. based_on is the version it was compared with, 0 for none.
CREATE TABLE samklima.report_form_draft (
    tenant_id   uuid        NOT NULL REFERENCES samklima.tenant,
    id          uuid        NOT NULL,
    based_on    int         NOT NULL CHECK (based_on >= 0),
    content     json        NOT NULL,
    created_at  timestamptz NOT NULL,
    created_by  uuid,
    PRIMARY KEY (tenant_id, id)
);
CALL samklima.isolate('report_form_draft');
