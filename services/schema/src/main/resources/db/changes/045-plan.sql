--liquibase formatted sql

--changeset samklima:plan-field
--comment: The tenant's own tree of fields of action. A field may stand for sectors of lists that live in the code or on a network's shelf, so these have no foreign key.
CREATE TABLE samklima.plan_field (
    tenant_id     uuid  NOT NULL REFERENCES samklima.tenant,
    id            uuid  NOT NULL,
    parent_id     uuid  CHECK (parent_id <> id),
    name          text  NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    position      int   NOT NULL,
    lock_version  int   NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, parent_id) REFERENCES samklima.plan_field (tenant_id, id)
);
CREATE UNIQUE INDEX plan_field_name ON samklima.plan_field (tenant_id, parent_id, lower(name)) NULLS NOT DISTINCT;
CALL samklima.isolate('plan_field');
CREATE TABLE samklima.plan_field_sector (
    tenant_id    uuid  NOT NULL,
    field_id     uuid  NOT NULL,
    list_code    text  NOT NULL CHECK (list_code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    sector_code  text  NOT NULL CHECK (sector_code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    PRIMARY KEY (tenant_id, field_id, list_code, sector_code),
    FOREIGN KEY (tenant_id, field_id) REFERENCES samklima.plan_field (tenant_id, id) ON DELETE CASCADE
);
CALL samklima.isolate('plan_field_sector');

--changeset samklima:plan-change
--comment: The plan's history: who changed what, when, from what to what. Insert and read only.
CREATE TABLE samklima.plan_change (
    tenant_id   uuid        NOT NULL REFERENCES samklima.tenant,
    id          uuid        NOT NULL,
    at          timestamptz NOT NULL,
    actor_id    uuid,
    actor_name  text        NOT NULL,
    item_kind   text        NOT NULL CHECK (item_kind IN ('FIELD', 'GOAL', 'ACTIVITY', 'COMMUNICATION')),
    item_id     uuid        NOT NULL,
    title       text        NOT NULL,
    action      text        NOT NULL CHECK (action IN ('ADDED', 'CHANGED', 'REMOVED')),
    changes     json        NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX plan_change_newest ON samklima.plan_change (tenant_id, at DESC, id DESC);
CREATE INDEX plan_change_of_item ON samklima.plan_change (tenant_id, item_id, at DESC, id DESC);
CALL samklima.isolate('plan_change');
REVOKE UPDATE, DELETE ON samklima.plan_change FROM portal;

--changeset samklima:plan-version
--comment: The plan as it was when somebody froze it, whole and unchangeable, so that it can be compared with today.
CREATE TABLE samklima.plan_version (
    tenant_id   uuid        NOT NULL REFERENCES samklima.tenant,
    number      int         NOT NULL CHECK (number > 0),
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    decided_by  text        CHECK (length(decided_by) BETWEEN 1 AND 200),
    decided_on  date,
    link        text        CHECK (link ~ '^https?://'),
    content     json        NOT NULL,
    frozen_by   text        NOT NULL,
    frozen_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, number)
);
CALL samklima.isolate('plan_version');
REVOKE UPDATE, DELETE ON samklima.plan_version FROM portal;
