--liquibase formatted sql

--changeset samklima:round
--comment: handled_until is the moment up to which the round's timetable (opening, reminders, closing) has been carried out.
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
    reminder_days      int[]       NOT NULL DEFAULT '{14,3}',
    contact            text        NOT NULL CHECK (length(contact) BETWEEN 1 AND 320),
    opened_at          timestamptz,
    closed_at          timestamptz,
    handled_until      timestamptz NOT NULL,
    shelf_version      int         NOT NULL DEFAULT 0,
    lock_version       int         NOT NULL DEFAULT 0,
    created_at         timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, form_id, year),
    FOREIGN KEY (tenant_id, form_id, form_version) REFERENCES samklima.report_form_version (tenant_id, form_id, version)
);
CALL samklima.isolate('round');
--comment: Every extension ever granted; without a member it is one for all.
CREATE TABLE samklima.round_extension (
    tenant_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    round_id    uuid        NOT NULL,
    member_id   uuid,
    deadline    date        NOT NULL,
    reason      text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
    granted_by  text        NOT NULL,
    granted_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES samklima.round (tenant_id, id),
    FOREIGN KEY (tenant_id, member_id) REFERENCES samklima.membership (tenant_id, member_id)
);
CREATE INDEX round_extension_of_round ON samklima.round_extension (tenant_id, round_id, granted_at);
CALL samklima.isolate('round_extension');

--changeset samklima:report
--comment: A member's annual report to one network: the member's own, seen by no one else until it is submitted. It keeps its round and its form, because the network's shelf closes for a member that leaves.
CREATE TABLE samklima.report (
    tenant_id          uuid        NOT NULL REFERENCES samklima.tenant,
    id                 uuid        NOT NULL,
    network_id         uuid        NOT NULL REFERENCES samklima.tenant,
    round_id           uuid        NOT NULL,
    year               int         NOT NULL,
    round              json        NOT NULL,
    form               json        NOT NULL,
    state              text        NOT NULL CHECK (state IN ('DRAFT', 'SIGNED_OFF', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
    submitted_version  int         NOT NULL DEFAULT 0,
    signed_off_by      text,
    signed_off_at      timestamptz,
    minutes            text        CHECK (length(minutes) BETWEEN 1 AND 300),
    started_at         timestamptz,
    created_at         timestamptz NOT NULL,
    changed_at         timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, network_id, round_id),
    CHECK (num_nulls(signed_off_by, signed_off_at, minutes) IN (0, 3))
);
CALL samklima.isolate('report');
--comment: An answer taken back keeps its row without a value, so that its revisions go on counting.
CREATE TABLE samklima.answer (
    tenant_id      uuid        NOT NULL,
    report_id      uuid        NOT NULL,
    question_code  text        NOT NULL,
    value          jsonb,
    comment        text        NOT NULL DEFAULT '',
    origin         jsonb,
    revision       int         NOT NULL CHECK (revision > 0),
    changed_by     text        NOT NULL,
    changed_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, report_id, question_code),
    FOREIGN KEY (tenant_id, report_id) REFERENCES samklima.report (tenant_id, id)
);
CALL samklima.isolate('answer');
--comment: What colleagues write to each other beside a question; never sent to anyone.
CREATE TABLE samklima.report_note (
    tenant_id      uuid        NOT NULL,
    id             uuid        NOT NULL,
    report_id      uuid        NOT NULL,
    question_code  text        NOT NULL,
    body           text        NOT NULL CHECK (length(body) BETWEEN 1 AND 2000),
    author_id      uuid,
    author         text        NOT NULL,
    written_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, report_id) REFERENCES samklima.report (tenant_id, id)
);
CREATE INDEX report_note_of_report ON samklima.report_note (tenant_id, report_id, question_code, written_at);
CALL samklima.isolate('report_note');
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
--comment: The member's own copy of the network's word on a submission.
CREATE TABLE samklima.report_review (
    tenant_id   uuid        NOT NULL,
    report_id   uuid        NOT NULL,
    version     int         NOT NULL CHECK (version > 0),
    outcome     text        NOT NULL CHECK (outcome IN ('ACCEPTED', 'RETURNED')),
    content     json        NOT NULL,
    decided_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, report_id, version),
    FOREIGN KEY (tenant_id, report_id, version) REFERENCES samklima.submission (tenant_id, report_id, version)
);
CALL samklima.isolate('report_review');
REVOKE UPDATE, DELETE ON samklima.report_review FROM portal;
