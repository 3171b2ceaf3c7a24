--liquibase formatted sql

--changeset samklima:received
--comment: The letterbox. The row lives with its receiver; the sender may put it in and never look; the receiver may look and never change it. The receiver's own member list says who may send.
CREATE TABLE samklima.received (
    tenant_id    uuid        NOT NULL,
    sender_id    uuid        NOT NULL,
    kind         text        NOT NULL CHECK (kind ~ '^[a-z-]{1,40}$'),
    subject      text        NOT NULL CHECK (length(subject) BETWEEN 1 AND 100),
    version      int         NOT NULL CHECK (version > 0),
    content      json        NOT NULL,
    receipt      text        NOT NULL,
    sent_by      text        NOT NULL,
    received_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, sender_id, kind, subject, version),
    FOREIGN KEY (tenant_id, sender_id) REFERENCES samklima.membership (tenant_id, member_id)
);
CALL samklima.isolate('received');
DROP POLICY own_tenant ON samklima.received;
CREATE POLICY receiver_reads ON samklima.received FOR SELECT USING (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY member_sends ON samklima.received FOR INSERT WITH CHECK (
    sender_id = current_setting('app.tenant_id')::uuid
    AND EXISTS (SELECT FROM samklima.membership m JOIN samklima.tenant network ON network.id = m.tenant_id
                WHERE m.tenant_id = received.tenant_id AND m.member_id = received.sender_id
                  AND (now() AT TIME ZONE network.time_zone)::date BETWEEN m.since AND coalesce(m.until, 'infinity')));
REVOKE UPDATE, DELETE ON samklima.received FROM portal;
CREATE INDEX received_by_subject ON samklima.received (tenant_id, kind, subject, received_at);

--changeset samklima:shelf
--comment: The members' shelf: immutable documents under the network's tenant, read by the network and its present members; with an addressee, by that member alone. Withdrawing removes.
CREATE TABLE samklima.shelf (
    tenant_id     uuid        NOT NULL REFERENCES samklima.tenant,
    kind          text        NOT NULL CHECK (kind ~ '^[a-z-]{1,40}$'),
    subject       text        NOT NULL CHECK (length(subject) BETWEEN 1 AND 100),
    version       int         NOT NULL CHECK (version > 0),
    addressee_id  uuid,
    content       json        NOT NULL,
    published_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, kind, subject, version),
    FOREIGN KEY (tenant_id, addressee_id) REFERENCES samklima.membership (tenant_id, member_id)
);
CALL samklima.isolate('shelf');
CREATE POLICY members_read ON samklima.shelf FOR SELECT USING (
    (addressee_id IS NULL OR addressee_id = current_setting('app.tenant_id')::uuid)
    AND EXISTS (SELECT FROM samklima.membership m JOIN samklima.tenant network ON network.id = m.tenant_id
                WHERE m.tenant_id = shelf.tenant_id AND m.member_id = current_setting('app.tenant_id')::uuid
                  AND (now() AT TIME ZONE network.time_zone)::date BETWEEN m.since AND coalesce(m.until, 'infinity')));
REVOKE UPDATE ON samklima.shelf FROM portal;
