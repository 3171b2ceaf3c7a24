--liquibase formatted sql

--changeset samklima:event-publication
--comment: Spring Modulith's event publication registry. No tenant: it is read before one is bound; events carry tenant and ids, never content.
CREATE TABLE samklima.event_publication (
    id                      uuid        PRIMARY KEY,
    listener_id             text        NOT NULL,
    event_type              text        NOT NULL,
    serialized_event        text        NOT NULL,
    publication_date        timestamptz NOT NULL,
    completion_date         timestamptz,
    status                  text,
    completion_attempts     int,
    last_resubmission_date  timestamptz
);
CREATE INDEX event_publication_by_event ON samklima.event_publication USING hash (serialized_event);
CREATE INDEX event_publication_by_completion ON samklima.event_publication (completion_date);
GRANT SELECT, INSERT, UPDATE, DELETE ON samklima.event_publication TO portal;

--changeset samklima:session
--comment: Spring Session, so that several portals share who is signed in. No tenant: a session is a person's, who may work in several.
CREATE TABLE samklima.spring_session (
    primary_id             char(36)     PRIMARY KEY,
    session_id             char(36)     NOT NULL UNIQUE,
    creation_time          bigint       NOT NULL,
    last_access_time       bigint       NOT NULL,
    max_inactive_interval  int          NOT NULL,
    expiry_time            bigint       NOT NULL,
    principal_name         varchar(100)
);
CREATE INDEX spring_session_expiry ON samklima.spring_session (expiry_time);
CREATE INDEX spring_session_principal ON samklima.spring_session (principal_name);
CREATE TABLE samklima.spring_session_attributes (
    session_primary_id  char(36)     NOT NULL REFERENCES samklima.spring_session ON DELETE CASCADE,
    attribute_name      varchar(200) NOT NULL,
    attribute_bytes     bytea        NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON samklima.spring_session, samklima.spring_session_attributes TO portal;

--changeset samklima:scheduled-tasks
--comment: db-scheduler's queue. No tenant: a worker asks it before it knows whose job comes next; jobs carry tenant and ids, never content.
CREATE TABLE samklima.scheduled_tasks (
    task_name             text        NOT NULL,
    task_instance         text        NOT NULL,
    task_data             bytea,
    execution_time        timestamptz NOT NULL,
    picked                boolean     NOT NULL,
    picked_by             text,
    last_success          timestamptz,
    last_failure          timestamptz,
    consecutive_failures  int,
    last_heartbeat        timestamptz,
    version               bigint      NOT NULL,
    priority              smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON samklima.scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON samklima.scheduled_tasks (last_heartbeat);
CREATE INDEX scheduled_tasks_priority ON samklima.scheduled_tasks (priority DESC, execution_time ASC);
GRANT SELECT, INSERT, UPDATE, DELETE ON samklima.scheduled_tasks TO portal;
