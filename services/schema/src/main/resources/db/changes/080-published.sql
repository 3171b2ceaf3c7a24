--liquibase formatted sql

--changeset samklima:published-document
--comment: Everything in this schema may be seen by any visitor. Row-level security guards only the writing: a tenant can neither publish nor withdraw in another's name.
CREATE TABLE published.document (
    tenant_id     uuid        NOT NULL,
    kind          text        NOT NULL CHECK (kind ~ '^[a-z-]{1,40}$'),
    subject       text        NOT NULL CHECK (length(subject) BETWEEN 1 AND 100),
    version       int         NOT NULL CHECK (version > 0),
    content       json        NOT NULL,
    published_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, kind, subject, version)
);
ALTER TABLE published.document ENABLE ROW LEVEL SECURITY;
ALTER TABLE published.document FORCE ROW LEVEL SECURITY;
CREATE POLICY anyone_reads ON published.document FOR SELECT USING (true);
CREATE POLICY own_tenant_publishes ON published.document FOR INSERT WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
CREATE POLICY own_tenant_withdraws ON published.document FOR DELETE USING (tenant_id = current_setting('app.tenant_id')::uuid);
GRANT SELECT, INSERT, DELETE ON published.document TO portal;
GRANT SELECT ON published.document TO overview;
