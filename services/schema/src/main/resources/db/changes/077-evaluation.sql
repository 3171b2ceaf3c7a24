--liquibase formatted sql

--changeset samklima:review
--comment: The association's word on one received version; said once.
CREATE TABLE samklima.review (
    tenant_id   uuid        NOT NULL,
    round_id    uuid        NOT NULL,
    member_id   uuid        NOT NULL,
    version     int         NOT NULL CHECK (version > 0),
    outcome     text        NOT NULL CHECK (outcome IN ('ACCEPTED', 'RETURNED')),
    message     text        NOT NULL CHECK (length(message) <= 10000),
    reasons     jsonb       NOT NULL,
    decided_by  text        NOT NULL,
    decided_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, round_id, member_id, version),
    FOREIGN KEY (tenant_id, round_id) REFERENCES samklima.round (tenant_id, id),
    FOREIGN KEY (tenant_id, member_id) REFERENCES samklima.membership (tenant_id, member_id)
);
CALL samklima.isolate('review');
REVOKE UPDATE, DELETE ON samklima.review FROM portal;

--changeset samklima:edition-draft
--comment: What the secretariat has chosen for the edition of a year; the published document itself stands in schema published. The highest version ever published is kept here, because a version that was withdrawn never returns with another content.
CREATE TABLE samklima.edition_draft (
    tenant_id          uuid        NOT NULL REFERENCES samklima.tenant,
    year               int         NOT NULL CHECK (year BETWEEN 1990 AND 2200),
    content            json        NOT NULL,
    published_version  int         NOT NULL DEFAULT 0 CHECK (published_version >= 0),
    lock_version       int         NOT NULL DEFAULT 1,
    changed_by         text        NOT NULL,
    changed_at         timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, year)
);
CALL samklima.isolate('edition_draft');
