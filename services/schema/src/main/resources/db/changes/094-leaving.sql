--liquibase formatted sql

--changeset samklima:tenant-closing
--comment: A closed tenant lets nobody in and is as it was until the day on which it is erased. Its line in the directory stays, because others have its letters.
ALTER TABLE samklima.tenant
    ADD COLUMN closing_asked_at  timestamptz,
    ADD COLUMN closed_at         timestamptz,
    ADD COLUMN erase_on          date,
    ADD COLUMN erased_at         timestamptz,
    ADD CHECK (num_nulls(closed_at, erase_on) IN (0, 2)),
    ADD CHECK (erased_at IS NULL OR closed_at IS NOT NULL);

--changeset samklima:keep-until-erasure splitStatements:false
--comment: What nobody can remove goes with its tenant, and only on the day for which that is set. Histories go after years, too; no setting makes that less than one.
CREATE PROCEDURE samklima.keep_until_erasure(kept text, or_older_than interval DEFAULT NULL) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('GRANT DELETE ON samklima.%I TO portal', kept);
    EXECUTE format('CREATE POLICY kept_until_erasure ON samklima.%1$I AS RESTRICTIVE FOR DELETE USING ('
        'EXISTS (SELECT FROM samklima.tenant t WHERE t.id = %1$I.tenant_id AND t.erase_on <= current_date)%2$s)',
        kept, CASE WHEN or_older_than IS NULL THEN '' ELSE format(' OR at < now() - %L::interval', or_older_than) END);
END
$$;
CALL samklima.keep_until_erasure('received');
CREATE POLICY receiver_is_erased ON samklima.received FOR DELETE USING (tenant_id = current_setting('app.tenant_id')::uuid);
CALL samklima.keep_until_erasure('submission');
CALL samklima.keep_until_erasure('report_review');
CALL samklima.keep_until_erasure('review');
CALL samklima.keep_until_erasure('plan_version');
CALL samklima.keep_until_erasure('audit_entry', '1 year');
CALL samklima.keep_until_erasure('plan_change', '1 year');

--changeset samklima:forget-persons splitStatements:false
--comment: Where rows are never changed, a person's name in them is, once they have asked to be erased; only in a transaction that says so, and only in the columns that name people.
CREATE PROCEDURE samklima.let_persons_be_forgotten(remembering text, columns text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('GRANT UPDATE (%s) ON samklima.%I TO portal', columns, remembering);
    EXECUTE format('CREATE POLICY forgets_persons ON samklima.%I AS RESTRICTIVE FOR UPDATE'
        ' USING (coalesce(current_setting(''app.forgotten_person'', true), '''') <> '''')', remembering);
END
$$;
CALL samklima.let_persons_be_forgotten('audit_entry', 'actor_id, actor_name, subject_id, detail');
CALL samklima.let_persons_be_forgotten('plan_change', 'actor_id, actor_name, title, changes');
CALL samklima.let_persons_be_forgotten('stored_file', 'name, uploaded_by');
CALL samklima.let_persons_be_forgotten('report_form_version', 'created_by');

--changeset samklima:erasure-request
--comment: A person who works in the tenant has asked to be forgotten here; gone as soon as they are.
CREATE TABLE samklima.erasure_request (
    tenant_id  uuid        NOT NULL,
    person_id  uuid        NOT NULL,
    asked_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES samklima.tenant_user (tenant_id, person_id) ON DELETE CASCADE
);
CALL samklima.isolate('erasure_request');

--changeset samklima:replace-in-document splitStatements:false
--comment: In the texts of a document, never in its keys or signs, which a name may look like.
CREATE FUNCTION samklima.replace_in_document(document jsonb, email_pattern text, address text, name_pattern text, mark text, id text)
RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN CASE jsonb_typeof(document)
        WHEN 'string' THEN to_jsonb(replace(regexp_replace(regexp_replace(document #>> '{}',
            email_pattern, address, 'gi'), name_pattern, mark, 'g'), coalesce(id, ''), mark))
        WHEN 'array' THEN (SELECT coalesce(jsonb_agg(samklima.replace_in_document(part, email_pattern, address, name_pattern, mark, id)
            ORDER BY place), '[]') FROM jsonb_array_elements(document) WITH ORDINALITY parts (part, place))
        WHEN 'object' THEN (SELECT coalesce(jsonb_object_agg(key, samklima.replace_in_document(value, email_pattern, address,
            name_pattern, mark, id)), '{}') FROM jsonb_each(document))
        ELSE document
    END;
END
$$;
