--liquibase formatted sql

--changeset samklima:peer-group
CREATE TABLE samklima.peer_group (
    tenant_id  uuid  NOT NULL REFERENCES samklima.tenant,
    code       text  NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name       jsonb NOT NULL,
    PRIMARY KEY (tenant_id, code)
);
CALL samklima.isolate('peer_group');

--changeset samklima:membership
--comment: A network's member list, kept by the association. A member reads its own rows, in whichever network: the letterbox and the members' shelf ask this table who belongs.
CREATE TABLE samklima.membership (
    tenant_id    uuid NOT NULL REFERENCES samklima.tenant,
    member_id    uuid NOT NULL REFERENCES samklima.tenant,
    peer_group   text,
    since        date NOT NULL,
    until        date CHECK (until >= since),
    PRIMARY KEY (tenant_id, member_id),
    FOREIGN KEY (tenant_id, peer_group) REFERENCES samklima.peer_group (tenant_id, code),
    CHECK (tenant_id <> member_id)
);
CREATE INDEX membership_member ON samklima.membership (member_id);
CALL samklima.isolate('membership');
CREATE POLICY own_membership ON samklima.membership FOR SELECT USING (member_id = current_setting('app.tenant_id')::uuid);
