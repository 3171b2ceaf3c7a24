--liquibase formatted sql

--changeset samklima:stored-file
--comment: What people attach. Content is checked before it comes here and never changed; pictures are stored without what a camera adds to them.
CREATE TABLE samklima.stored_file (
    tenant_id    uuid        NOT NULL REFERENCES samklima.tenant,
    id           uuid        NOT NULL,
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    media_type   text        NOT NULL CHECK (media_type ~ '^[a-z]+/[a-z0-9.+-]{1,100}$'),
    size         bigint      NOT NULL CHECK (size > 0),
    content      bytea       NOT NULL,
    width        int         CHECK (width > 0),
    height       int         CHECK (height > 0),
    preview      bytea,
    uploaded_by  text        NOT NULL,
    uploaded_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CHECK (num_nonnulls(width, height, preview) IN (0, 3))
);
CALL samklima.isolate('stored_file');
REVOKE UPDATE ON samklima.stored_file FROM portal;
