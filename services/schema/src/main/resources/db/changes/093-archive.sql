--liquibase formatted sql

--changeset samklima:tenant-archive
--comment: Everything a tenant has, written into one file for it to take along. The file is kept in parts, so that no machine has to hold it whole, and for a few days only.
CREATE TABLE samklima.tenant_archive (
    tenant_id     uuid        NOT NULL REFERENCES samklima.tenant,
    id            uuid        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    progress      int         NOT NULL DEFAULT 0,
    total         int         NOT NULL DEFAULT 0,
    row_count     bigint      NOT NULL DEFAULT 0,
    size          bigint      NOT NULL DEFAULT 0,
    requested_by  text        NOT NULL,
    requested_at  timestamptz NOT NULL,
    finished_at   timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CALL samklima.isolate('tenant_archive');
CREATE TABLE samklima.tenant_archive_part (
    tenant_id   uuid  NOT NULL,
    archive_id  uuid  NOT NULL,
    number      int   NOT NULL,
    content     bytea NOT NULL,
    PRIMARY KEY (tenant_id, archive_id, number),
    FOREIGN KEY (tenant_id, archive_id) REFERENCES samklima.tenant_archive (tenant_id, id) ON DELETE CASCADE
);
CALL samklima.isolate('tenant_archive_part');

--changeset samklima:tenant-arriving
--comment: While a tenant arrives from another deployment, which is one transaction long, the letters it received there may be put into its letterbox. No other transaction ever sees it arriving.
ALTER TABLE samklima.tenant ADD COLUMN arriving boolean NOT NULL DEFAULT false;
CREATE POLICY receiver_arrives ON samklima.received FOR INSERT WITH CHECK (
    tenant_id = current_setting('app.tenant_id')::uuid
    AND EXISTS (SELECT FROM samklima.tenant t WHERE t.id = received.tenant_id AND t.arriving));
