--liquibase formatted sql

--changeset samklima:tenant-user
--comment: Who a person is belongs to Keycloak; what they may do in a tenant, and under which name this tenant knows them, stands here. The person bound to a transaction without a tenant sees their own rows in every tenant: that is how they switch.
CREATE TABLE samklima.tenant_user (
    tenant_id   uuid        NOT NULL REFERENCES samklima.tenant,
    person_id   uuid        NOT NULL,
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    email       text        NOT NULL CHECK (length(email) BETWEEN 3 AND 320),
    roles       text[]      NOT NULL CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['MANAGER', 'COORDINATOR', 'CONTRIBUTOR', 'DECISION_MAKER', 'STAFF', 'BOARD']),
    since       timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id)
);
CREATE INDEX tenant_user_person ON samklima.tenant_user (person_id);
CALL samklima.isolate('tenant_user');
DROP POLICY own_tenant ON samklima.tenant_user;
CREATE POLICY own_tenant ON samklima.tenant_user
    USING (CASE WHEN coalesce(current_setting('app.person_id', true), '') <> ''
                THEN person_id = current_setting('app.person_id')::uuid
                ELSE tenant_id = current_setting('app.tenant_id')::uuid END)
    WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);

--changeset samklima:invitation
CREATE TABLE samklima.invitation (
    tenant_id    uuid        NOT NULL REFERENCES samklima.tenant,
    id           uuid        NOT NULL,
    email        text        NOT NULL CHECK (length(email) BETWEEN 3 AND 320 AND email = lower(email)),
    roles        text[]      NOT NULL CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['MANAGER', 'COORDINATOR', 'CONTRIBUTOR', 'DECISION_MAKER', 'STAFF', 'BOARD']),
    invited_by   text        NOT NULL,
    invited_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    accepted_at  timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX invitation_open ON samklima.invitation (tenant_id, email) WHERE accepted_at IS NULL;
CALL samklima.isolate('invitation');
