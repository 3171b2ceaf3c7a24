--liquibase formatted sql

--changeset samklima:outgoing-mail
--comment: Mail waits here until the mail server took it. The occasion keeps anyone from getting the same mail twice.
CREATE TABLE samklima.outgoing_mail (
    tenant_id   uuid        NOT NULL REFERENCES samklima.tenant,
    id          uuid        NOT NULL,
    occasion    text        NOT NULL CHECK (length(occasion) BETWEEN 1 AND 300),
    recipient   text        NOT NULL CHECK (length(recipient) BETWEEN 1 AND 320),
    reply_to    text        CHECK (length(reply_to) BETWEEN 1 AND 320),
    subject     text        NOT NULL,
    body        text        NOT NULL,
    created_at  timestamptz NOT NULL,
    sent_at     timestamptz,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, occasion, recipient)
);
CREATE INDEX outgoing_mail_sent ON samklima.outgoing_mail (tenant_id, sent_at);
CALL samklima.isolate('outgoing_mail');

--changeset samklima:outgoing-mail-unsubscribe
--comment: Where a mail that comes again and again is switched off, for mail programs: RFC 8058.
ALTER TABLE samklima.outgoing_mail ADD COLUMN unsubscribe text CHECK (length(unsubscribe) <= 500 AND unsubscribe ~ '^https?://[^<>[:space:]]+$');
