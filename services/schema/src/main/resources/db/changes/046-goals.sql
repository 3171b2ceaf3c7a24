--liquibase formatted sql

--changeset samklima:goal
--comment: What a target_value means follows from the kind: ABSOLUTE the indicator's value; RELATIVE and SCENARIO the change in percent, -50 for half; INTENSITY the indicator by its denominator. A MILESTONE has no figures. Without a baseline value the observed one counts.
CREATE TABLE samklima.goal (
    tenant_id              uuid        NOT NULL REFERENCES samklima.tenant,
    id                     uuid        NOT NULL,
    kind                   text        NOT NULL CHECK (kind IN ('ABSOLUTE', 'RELATIVE', 'SCENARIO', 'INTENSITY', 'MILESTONE')),
    title                  text        NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
    description            text        NOT NULL DEFAULT '' CHECK (length(description) <= 10000),
    field_id               uuid,
    indicator_code         text,
    sector_code            text        NOT NULL DEFAULT '',
    denominator_code       text,
    baseline_year          int         CHECK (baseline_year BETWEEN 1900 AND 2200),
    baseline_value         numeric,
    target_year            int         CHECK (target_year BETWEEN 1900 AND 2200),
    target_value           numeric,
    due_on                 date,
    reached_on             date,
    decided_by             text        CHECK (length(decided_by) BETWEEN 1 AND 200),
    decided_on             date,
    decision_link          text        CHECK (decision_link ~ '^https?://' AND length(decision_link) <= 2000),
    archived_at            timestamptz,
    lock_version           int         NOT NULL DEFAULT 0,
    created_at             timestamptz NOT NULL,
    changed_at             timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, field_id) REFERENCES samklima.plan_field (tenant_id, id),
    CHECK (target_year > baseline_year),
    CHECK ((kind = 'MILESTONE') = (indicator_code IS NULL)),
    CHECK (kind = 'MILESTONE' OR (baseline_year IS NOT NULL AND target_year IS NOT NULL AND target_value IS NOT NULL)),
    CHECK (kind <> 'MILESTONE' OR due_on IS NOT NULL),
    CHECK ((kind = 'INTENSITY') = (denominator_code IS NOT NULL))
);
CALL samklima.isolate('goal');
--comment: Interim goals on the way, in the goal's own measure; at most one a year.
CREATE TABLE samklima.goal_interim (
    tenant_id  uuid     NOT NULL,
    goal_id    uuid     NOT NULL,
    year       int      NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    value      numeric  NOT NULL,
    PRIMARY KEY (tenant_id, goal_id, year),
    FOREIGN KEY (tenant_id, goal_id) REFERENCES samklima.goal (tenant_id, id) ON DELETE CASCADE
);
CALL samklima.isolate('goal_interim');
--comment: The baseline scenario (business as usual) that a SCENARIO goal is measured against, in the indicator's unit.
CREATE TABLE samklima.goal_scenario (
    tenant_id  uuid     NOT NULL,
    goal_id    uuid     NOT NULL,
    year       int      NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    value      numeric  NOT NULL,
    PRIMARY KEY (tenant_id, goal_id, year),
    FOREIGN KEY (tenant_id, goal_id) REFERENCES samklima.goal (tenant_id, id) ON DELETE CASCADE
);
CALL samklima.isolate('goal_scenario');
