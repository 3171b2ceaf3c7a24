--liquibase formatted sql

--changeset samklima:sector-list
CREATE TABLE samklima.sector_list (
    tenant_id  uuid  NOT NULL REFERENCES samklima.tenant,
    code       text  NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name       jsonb NOT NULL,
    PRIMARY KEY (tenant_id, code)
);
CALL samklima.isolate('sector_list');
CREATE TABLE samklima.sector (
    tenant_id  uuid  NOT NULL,
    list_code  text  NOT NULL,
    code       text  NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    name       jsonb NOT NULL,
    gpc        text,
    position   int   NOT NULL,
    PRIMARY KEY (tenant_id, list_code, code),
    FOREIGN KEY (tenant_id, list_code) REFERENCES samklima.sector_list (tenant_id, code)
);
CALL samklima.isolate('sector');

--changeset samklima:indicator
CREATE TABLE samklima.indicator (
    tenant_id       uuid    NOT NULL REFERENCES samklima.tenant,
    code            text    NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    name            jsonb   NOT NULL,
    definition      jsonb   NOT NULL,
    unit            jsonb   NOT NULL,
    decimals        int     NOT NULL CHECK (decimals BETWEEN 0 AND 6),
    direction       text    NOT NULL CHECK (direction IN ('LOWER_IS_BETTER', 'HIGHER_IS_BETTER', 'NEITHER')),
    sector_list     text,
    per_inhabitant  boolean NOT NULL,
    position        int     NOT NULL,
    PRIMARY KEY (tenant_id, code),
    FOREIGN KEY (tenant_id, sector_list) REFERENCES samklima.sector_list (tenant_id, code)
);
CALL samklima.isolate('indicator');

--changeset samklima:observation
--comment: subject_id is the tenant that a figure is about: a member, where an association keeps official statistics; the tenant itself otherwise. Sector '' is the total. Official and own figures of one year stand side by side.
CREATE TABLE samklima.source (
    tenant_id    uuid        NOT NULL REFERENCES samklima.tenant,
    id           uuid        NOT NULL,
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    version      text        NOT NULL CHECK (length(version) <= 300),
    url          text        CHECK (url ~ '^https?://'),
    file_name    text,
    row_count    int         NOT NULL,
    imported_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CALL samklima.isolate('source');
CREATE TABLE samklima.observation (
    tenant_id       uuid        NOT NULL,
    subject_id      uuid        NOT NULL,
    indicator_code  text        NOT NULL,
    sector_code     text        NOT NULL DEFAULT '',
    year            int         NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    origin          text        NOT NULL CHECK (origin IN ('OFFICIAL', 'OWN')),
    value           numeric,
    notation        text        CHECK (notation IN ('NO', 'NE', 'IE', 'C')),
    explanation     text,
    source_id       uuid        NOT NULL,
    entered_by      uuid,
    entered_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, subject_id, indicator_code, sector_code, year, origin),
    FOREIGN KEY (tenant_id, indicator_code) REFERENCES samklima.indicator (tenant_id, code),
    FOREIGN KEY (tenant_id, source_id) REFERENCES samklima.source (tenant_id, id),
    CHECK ((value IS NULL) <> (notation IS NULL)),
    CHECK (notation IS NULL OR length(explanation) > 0)
);
CREATE INDEX observation_by_indicator ON samklima.observation (tenant_id, indicator_code, year);
CALL samklima.isolate('observation');

--changeset samklima:import-job
CREATE TABLE samklima.import_job (
    tenant_id    uuid        NOT NULL REFERENCES samklima.tenant,
    id           uuid        NOT NULL,
    kind         text        NOT NULL CHECK (kind ~ '^[a-z-]{1,40}$'),
    state        text        NOT NULL CHECK (state IN ('UPLOADED', 'WAITING', 'RUNNING', 'DONE', 'REFUSED', 'FAILED')),
    dry_run      boolean     NOT NULL DEFAULT true,
    file_name    text        NOT NULL,
    content      bytea       NOT NULL,
    mapping      jsonb,
    progress     int         NOT NULL DEFAULT 0,
    total        int         NOT NULL DEFAULT 0,
    report       jsonb,
    created_by   uuid,
    created_at   timestamptz NOT NULL,
    finished_at  timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CALL samklima.isolate('import_job');

--changeset samklima:own-indicator
--comment: The tenant's own definitions are edited by several people; the later of two is told.
ALTER TABLE samklima.indicator ADD COLUMN lock_version int NOT NULL DEFAULT 0;
ALTER TABLE samklima.sector_list ADD COLUMN lock_version int NOT NULL DEFAULT 0;
