--liquibase formatted sql

--changeset samklima:activity
--comment: Late is derived from the dates, never stored. The responsible person is kept by name too, because people leave.
CREATE TABLE samklima.activity (
    tenant_id          uuid        NOT NULL REFERENCES samklima.tenant,
    id                 uuid        NOT NULL,
    reference          text        NOT NULL DEFAULT '' CHECK (length(reference) <= 40),
    title              text        NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
    description        text        NOT NULL DEFAULT '' CHECK (length(description) <= 20000),
    field_id           uuid,
    status             text        NOT NULL CHECK (status IN ('NOT_STARTED', 'ONGOING', 'COMPLETED', 'POSTPONED', 'CANCELLED')),
    starts_on          date,
    ends_on            date,
    responsible_id     uuid,
    responsible        text        NOT NULL DEFAULT '' CHECK (length(responsible) <= 200),
    partners           text        NOT NULL DEFAULT '' CHECK (length(partners) <= 1000),
    effect_tonnes      numeric,
    effect_assumption  text        NOT NULL DEFAULT '' CHECK (length(effect_assumption) <= 4000),
    co_benefits        text[]      NOT NULL DEFAULT '{}',
    shown_publicly     boolean     NOT NULL DEFAULT false,
    last_logged_on     date,
    lock_version       int         NOT NULL DEFAULT 0,
    created_at         timestamptz NOT NULL,
    changed_at         timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, field_id) REFERENCES samklima.plan_field (tenant_id, id),
    CHECK (ends_on >= starts_on)
);
CREATE UNIQUE INDEX activity_reference ON samklima.activity (tenant_id, reference) WHERE reference <> '';
CREATE INDEX activity_of_field ON samklima.activity (tenant_id, field_id);
CREATE INDEX activity_of_responsible ON samklima.activity (tenant_id, responsible_id);
CALL samklima.isolate('activity');
CREATE TABLE samklima.activity_goal (
    tenant_id    uuid NOT NULL,
    activity_id  uuid NOT NULL,
    goal_id      uuid NOT NULL,
    PRIMARY KEY (tenant_id, activity_id, goal_id),
    FOREIGN KEY (tenant_id, activity_id) REFERENCES samklima.activity (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, goal_id) REFERENCES samklima.goal (tenant_id, id)
);
CREATE INDEX activity_goal_by_goal ON samklima.activity_goal (tenant_id, goal_id);
CALL samklima.isolate('activity_goal');
CREATE TABLE samklima.activity_milestone (
    tenant_id    uuid NOT NULL,
    activity_id  uuid NOT NULL,
    id           uuid NOT NULL,
    title        text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
    due_on       date NOT NULL,
    reached_on   date,
    PRIMARY KEY (tenant_id, activity_id, id),
    FOREIGN KEY (tenant_id, activity_id) REFERENCES samklima.activity (tenant_id, id) ON DELETE CASCADE
);
CALL samklima.isolate('activity_milestone');
--comment: Amounts are in the tenant's currency, without decimals needed. Working time is money here, too: what it costs.
CREATE TABLE samklima.activity_budget (
    tenant_id    uuid    NOT NULL,
    activity_id  uuid    NOT NULL,
    id           uuid    NOT NULL,
    year         int     NOT NULL CHECK (year BETWEEN 1990 AND 2200),
    kind         text    NOT NULL CHECK (kind IN ('INVESTMENT', 'OPERATION', 'WORKING_TIME')),
    funder       text    NOT NULL DEFAULT '' CHECK (length(funder) <= 200),
    planned      numeric CHECK (planned >= 0),
    spent        numeric CHECK (spent >= 0),
    PRIMARY KEY (tenant_id, activity_id, id),
    UNIQUE (tenant_id, activity_id, year, kind, funder),
    FOREIGN KEY (tenant_id, activity_id) REFERENCES samklima.activity (tenant_id, id) ON DELETE CASCADE,
    CHECK (num_nonnulls(planned, spent) > 0)
);
CALL samklima.isolate('activity_budget');

--changeset samklima:activity-log
CREATE TABLE samklima.activity_log (
    tenant_id    uuid        NOT NULL,
    activity_id  uuid        NOT NULL,
    id           uuid        NOT NULL,
    happened_on  date        NOT NULL,
    body         text        NOT NULL DEFAULT '' CHECK (length(body) <= 10000),
    figure       numeric,
    figure_unit  text        NOT NULL DEFAULT '' CHECK (length(figure_unit) <= 60),
    author_id    uuid,
    author       text        NOT NULL,
    written_at   timestamptz NOT NULL,
    lock_version int         NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, activity_id, id),
    FOREIGN KEY (tenant_id, activity_id) REFERENCES samklima.activity (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX activity_log_written ON samklima.activity_log (tenant_id, written_at DESC);
CREATE INDEX activity_log_newest ON samklima.activity_log (tenant_id, activity_id, happened_on DESC, id DESC);
CALL samklima.isolate('activity_log');
--comment: A file hangs on an activity, or on an entry of its log.
CREATE TABLE samklima.activity_file (
    tenant_id     uuid NOT NULL,
    activity_id   uuid NOT NULL,
    file_id       uuid NOT NULL,
    log_entry_id  uuid,
    PRIMARY KEY (tenant_id, activity_id, file_id),
    FOREIGN KEY (tenant_id, activity_id) REFERENCES samklima.activity (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, activity_id, log_entry_id) REFERENCES samklima.activity_log (tenant_id, activity_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, file_id) REFERENCES samklima.stored_file (tenant_id, id)
);
CALL samklima.isolate('activity_file');

--changeset samklima:saved-view
--comment: A way of looking at activities (filter, order, shape) that somebody gave a name; without a person it is everybody's.
CREATE TABLE samklima.saved_view (
    tenant_id  uuid NOT NULL REFERENCES samklima.tenant,
    id         uuid NOT NULL,
    person_id  uuid,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    shape      text NOT NULL CHECK (shape IN ('LIST', 'BOARD', 'TIMELINE')),
    query      text NOT NULL CHECK (length(query) <= 2000),
    PRIMARY KEY (tenant_id, id),
    UNIQUE NULLS NOT DISTINCT (tenant_id, person_id, name)
);
CALL samklima.isolate('saved_view');
