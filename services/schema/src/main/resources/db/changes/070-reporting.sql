--liquibase formatted sql

--changeset samklima:round
CREATE TABLE samklima.round (
    tenant_id          uuid        NOT NULL REFERENCES samklima.tenant,
    id                 uuid        NOT NULL,
    form_id            uuid        NOT NULL,
    form_version       int         NOT NULL,
    name               text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    year               int         NOT NULL CHECK (year BETWEEN 1990 AND 2200),
    state              text        NOT NULL CHECK (state IN ('PLANNED', 'OPEN', 'CLOSED', 'PUBLISHED')),
    opens_on           date        NOT NULL,
    deadline           date        NOT NULL CHECK (deadline >= opens_on),
    sign_off_required  boolean     NOT NULL,
    shelf_version      int         NOT NULL DEFAULT 0,
    lock_version       int         NOT NULL DEFAULT 0,
    created_at         timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, form_id, year),
    FOREIGN KEY (tenant_id, form_id, form_version) REFERENCES samklima.report_form_version (tenant_id, form_id, version)
);
CALL samklima.isolate('round');
CREATE TABLE samklima.round_extension (
    tenant_id   uuid        NOT NULL,
    round_id    uuid        NOT NULL,
    member_id   uuid        NOT NULL,
    deadline    date        NOT NULL,
    reason      text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
    granted_by  text        NOT NULL,
    granted_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, round_id, member_id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES samklima.round (tenant_id, id),
    FOREIGN KEY (tenant_id, member_id) REFERENCES samklima.membership (tenant_id, member_id)
);
CALL samklima.isolate('round_extension');

--changeset samklima:report
--comment: A member's annual report to one network: the member's own, seen by no one else until it is submitted.
CREATE TABLE samklima.report (
    tenant_id        uuid        NOT NULL REFERENCES samklima.tenant,
    id               uuid        NOT NULL,
    network_id       uuid        NOT NULL REFERENCES samklima.tenant,
    round_id         uuid        NOT NULL,
    year             int         NOT NULL,
    state            text        NOT NULL CHECK (state IN ('DRAFT', 'SIGNED_OFF', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
    submitted_version int        NOT NULL DEFAULT 0,
    signed_off_by    text,
    signed_off_at    timestamptz,
    minutes          text,
    decision         jsonb,
    lock_version     int         NOT NULL DEFAULT 0,
    created_at       timestamptz NOT NULL,
    changed_at       timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, network_id, round_id)
);
CALL samklima.isolate('report');
CREATE TABLE samklima.answer (
    tenant_id      uuid        NOT NULL,
    report_id      uuid        NOT NULL,
    question_code  text        NOT NULL,
    value          jsonb       NOT NULL,
    origin         jsonb,
    revision       int         NOT NULL CHECK (revision > 0),
    changed_by     text        NOT NULL,
    changed_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, report_id, question_code),
    FOREIGN KEY (tenant_id, report_id) REFERENCES samklima.report (tenant_id, id)
);
CALL samklima.isolate('answer');
--comment: The sender's own record of what it put into the letterbox.
CREATE TABLE samklima.submission (
    tenant_id     uuid        NOT NULL,
    report_id     uuid        NOT NULL,
    version       int         NOT NULL CHECK (version > 0),
    content       json        NOT NULL,
    receipt       text        NOT NULL,
    submitted_by  text        NOT NULL,
    submitted_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, report_id, version),
    FOREIGN KEY (tenant_id, report_id) REFERENCES samklima.report (tenant_id, id)
);
CALL samklima.isolate('submission');
REVOKE UPDATE, DELETE ON samklima.submission FROM portal;
