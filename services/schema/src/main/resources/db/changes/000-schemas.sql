--liquibase formatted sql

--changeset samklima:schemas
--comment: The portal's tables live in schema samklima; what the public may see lives in schema published, and nothing else.
GRANT USAGE ON SCHEMA samklima TO portal;
GRANT USAGE ON SCHEMA published TO portal, overview;

--changeset samklima:isolate splitStatements:false
--comment: One way to wall a table in, so that no table does it differently. Reading the setting without a default makes a forgotten tenant an error, not an empty list.
CREATE PROCEDURE samklima.isolate(walled text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE samklima.%I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('ALTER TABLE samklima.%I FORCE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY own_tenant ON samklima.%I USING (tenant_id = current_setting(''app.tenant_id'')::uuid)', walled);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON samklima.%I TO portal', walled);
END
$$;
