--liquibase formatted sql

--changeset samklima:tenant
--comment: The directory of tenants has no tenant itself: a path's first segment is looked up here before there is one.
CREATE TABLE samklima.tenant (
    id               uuid        PRIMARY KEY,
    slug             text        NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?$'),
    name             text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind             text        NOT NULL CHECK (kind IN ('MUNICIPALITY', 'REGION', 'ASSOCIATION')),
    country          text        NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    official_code    text        CHECK (length(official_code) BETWEEN 1 AND 20),
    languages        text[]      NOT NULL CHECK (cardinality(languages) > 0 AND languages <@ ARRAY['sv', 'da', 'de', 'en']),
    time_zone        text        NOT NULL,
    accent_colour    text        NOT NULL CHECK (accent_colour ~ '^#[0-9a-f]{6}$'),
    created_at       timestamptz NOT NULL,
    UNIQUE (country, kind, official_code)
);
GRANT SELECT, INSERT, UPDATE ON samklima.tenant TO portal;

--changeset samklima:audit-entry
--comment: Insert and read only: nobody, not even the portal, can rewrite what happened.
CREATE TABLE samklima.audit_entry (
    tenant_id   uuid        NOT NULL REFERENCES samklima.tenant,
    id          uuid        NOT NULL,
    at          timestamptz NOT NULL,
    actor_id    uuid,
    actor_name  text        NOT NULL,
    action      text        NOT NULL,
    subject     text        NOT NULL,
    subject_id  text        NOT NULL,
    detail      jsonb       NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX audit_entry_newest ON samklima.audit_entry (tenant_id, at DESC, id DESC);
CALL samklima.isolate('audit_entry');
REVOKE UPDATE, DELETE ON samklima.audit_entry FROM portal;
