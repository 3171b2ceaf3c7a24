--liquibase formatted sql

--changeset samklima:communication
--comment: The communication plan is two tables, each with its title; without a row here the product's own stands above it.
CREATE TABLE samklima.communication_title (
    tenant_id     uuid  NOT NULL REFERENCES samklima.tenant,
    phase         text  NOT NULL CHECK (phase IN ('LAUNCH', 'IMPLEMENTATION')),
    title         text  NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
    lock_version  int   NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, phase)
);
CALL samklima.isolate('communication_title');
--comment: A row of the communication plan. The schedule says when, both as somebody wrote it and as it is understood: quarter, day, ongoing, times a year, or points of the year wheel. What comes back every year does so from recurs_from on.
CREATE TABLE samklima.communication_entry (
    tenant_id     uuid        NOT NULL REFERENCES samklima.tenant,
    id            uuid        NOT NULL,
    phase         text        NOT NULL CHECK (phase IN ('LAUNCH', 'IMPLEMENTATION')),
    position      int         NOT NULL,
    stakeholder   text        NOT NULL CHECK (length(stakeholder) BETWEEN 1 AND 1000),
    message       text        NOT NULL DEFAULT '' CHECK (length(message) <= 4000),
    channel       text        NOT NULL DEFAULT '' CHECK (length(channel) <= 2000),
    effect        text        NOT NULL DEFAULT '' CHECK (length(effect) <= 4000),
    schedule      text        NOT NULL DEFAULT '' CHECK (length(schedule) <= 300),
    understood    jsonb       NOT NULL,
    recurs_from   date        NOT NULL,
    responsible   text        NOT NULL DEFAULT '' CHECK (length(responsible) <= 300),
    lock_version  int         NOT NULL DEFAULT 0,
    changed_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CALL samklima.isolate('communication_entry');
--comment: What is to be done by when. Follows from the entry's schedule; once somebody did it, moved it or wrote about it, it stays as they left it.
CREATE TABLE samklima.communication_task (
    tenant_id       uuid        NOT NULL,
    id              uuid        NOT NULL,
    entry_id        uuid        NOT NULL,
    occurrence      text        NOT NULL CHECK (length(occurrence) BETWEEN 1 AND 60),
    due_on          date        NOT NULL,
    moved           boolean     NOT NULL DEFAULT false,
    responsible_id  uuid,
    done_on         date,
    done_by         text,
    note            text        NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
    lock_version    int         NOT NULL DEFAULT 0,
    changed_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, entry_id, occurrence),
    FOREIGN KEY (tenant_id, entry_id) REFERENCES samklima.communication_entry (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX communication_task_due ON samklima.communication_task (tenant_id, due_on);
CALL samklima.isolate('communication_task');
--comment: The year wheel: what comes back every year, on a day of a month.
CREATE TABLE samklima.year_wheel_point (
    tenant_id  uuid NOT NULL REFERENCES samklima.tenant,
    id         uuid NOT NULL,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    month      int  NOT NULL CHECK (month BETWEEN 1 AND 12),
    day        int  NOT NULL CHECK (day BETWEEN 1 AND 31),
    PRIMARY KEY (tenant_id, id)
);
CALL samklima.isolate('year_wheel_point');
--comment: Who is meant by the names in the plan, how else they are written there, and which people of the tenant stand behind them.
CREATE TABLE samklima.glossary_party (
    tenant_id     uuid   NOT NULL REFERENCES samklima.tenant,
    id            uuid   NOT NULL,
    name          text   NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    aliases       text[] NOT NULL DEFAULT '{}',
    description   text   NOT NULL DEFAULT '' CHECK (length(description) <= 8000),
    position      int    NOT NULL,
    lock_version  int    NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);
CALL samklima.isolate('glossary_party');
CREATE TABLE samklima.glossary_party_person (
    tenant_id  uuid NOT NULL,
    party_id   uuid NOT NULL,
    person_id  uuid NOT NULL,
    PRIMARY KEY (tenant_id, party_id, person_id),
    FOREIGN KEY (tenant_id, party_id) REFERENCES samklima.glossary_party (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, person_id) REFERENCES samklima.tenant_user (tenant_id, person_id) ON DELETE CASCADE
);
CALL samklima.isolate('glossary_party_person');
--comment: A person's calendar address in this tenant. Whoever has the address may read, so only its hash is kept, a new one replaces it, and it goes when the person goes.
CREATE TABLE samklima.calendar_feed (
    tenant_id   uuid        NOT NULL,
    person_id   uuid        NOT NULL,
    token_hash  bytea       NOT NULL,
    all_tasks   boolean     NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES samklima.tenant_user (tenant_id, person_id) ON DELETE CASCADE
);
CALL samklima.isolate('calendar_feed');

--changeset samklima:year-wheel-point-lock
--comment: Two editors of one point: the later one is told.
ALTER TABLE samklima.year_wheel_point ADD COLUMN lock_version int NOT NULL DEFAULT 0;
