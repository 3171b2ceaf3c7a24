-- Spreads the schema over the workers of a Citus coordinator: see scaling.md. Written by DistributionTests from the
-- catalogue; run it once, after the migration job: as the owner while there is no tenant yet, as a superuser otherwise.

-- Policies read app.tenant_id on every server.
ALTER DATABASE samklima SET citus.propagate_set_commands = 'local';

-- A key to a table that is copied everywhere is added again when both are in their places.
ALTER TABLE samklima.activity DROP CONSTRAINT activity_tenant_id_fkey;
ALTER TABLE samklima.audit_entry DROP CONSTRAINT audit_entry_tenant_id_fkey;
ALTER TABLE samklima.communication_entry DROP CONSTRAINT communication_entry_tenant_id_fkey;
ALTER TABLE samklima.communication_title DROP CONSTRAINT communication_title_tenant_id_fkey;
ALTER TABLE samklima.edition_draft DROP CONSTRAINT edition_draft_tenant_id_fkey;
ALTER TABLE samklima.glossary_party DROP CONSTRAINT glossary_party_tenant_id_fkey;
ALTER TABLE samklima.goal DROP CONSTRAINT goal_tenant_id_fkey;
ALTER TABLE samklima.import_job DROP CONSTRAINT import_job_tenant_id_fkey;
ALTER TABLE samklima.indicator DROP CONSTRAINT indicator_tenant_id_fkey;
ALTER TABLE samklima.invitation DROP CONSTRAINT invitation_tenant_id_fkey;
ALTER TABLE samklima.membership DROP CONSTRAINT membership_member_id_fkey;
ALTER TABLE samklima.membership DROP CONSTRAINT membership_tenant_id_fkey;
ALTER TABLE samklima.outgoing_mail DROP CONSTRAINT outgoing_mail_tenant_id_fkey;
ALTER TABLE samklima.peer_group DROP CONSTRAINT peer_group_tenant_id_fkey;
ALTER TABLE samklima.plan_change DROP CONSTRAINT plan_change_tenant_id_fkey;
ALTER TABLE samklima.plan_field DROP CONSTRAINT plan_field_tenant_id_fkey;
ALTER TABLE samklima.plan_version DROP CONSTRAINT plan_version_tenant_id_fkey;
ALTER TABLE samklima.report DROP CONSTRAINT report_network_id_fkey;
ALTER TABLE samklima.report DROP CONSTRAINT report_tenant_id_fkey;
ALTER TABLE samklima.report_form DROP CONSTRAINT report_form_tenant_id_fkey;
ALTER TABLE samklima.report_form_draft DROP CONSTRAINT report_form_draft_tenant_id_fkey;
ALTER TABLE samklima.round DROP CONSTRAINT round_tenant_id_fkey;
ALTER TABLE samklima.saved_view DROP CONSTRAINT saved_view_tenant_id_fkey;
ALTER TABLE samklima.sector_list DROP CONSTRAINT sector_list_tenant_id_fkey;
ALTER TABLE samklima.shelf DROP CONSTRAINT shelf_tenant_id_fkey;
ALTER TABLE samklima.source DROP CONSTRAINT source_tenant_id_fkey;
ALTER TABLE samklima.stored_file DROP CONSTRAINT stored_file_tenant_id_fkey;
ALTER TABLE samklima.tenant_archive DROP CONSTRAINT tenant_archive_tenant_id_fkey;
ALTER TABLE samklima.tenant_user DROP CONSTRAINT tenant_user_tenant_id_fkey;
ALTER TABLE samklima.year_wheel_point DROP CONSTRAINT year_wheel_point_tenant_id_fkey;

-- Copied to every server.
SELECT create_reference_table('samklima.tenant'); -- the directory: every server looks tenants up and every tenant's rows refer to it

-- A tenant's rows lie together, those of all tables on one server.
SELECT create_distributed_table('published.document', 'tenant_id', colocate_with => 'none');
SELECT create_distributed_table('samklima.audit_entry', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.communication_entry', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.communication_title', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.edition_draft', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.glossary_party', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.import_job', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.invitation', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.outgoing_mail', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.peer_group', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.plan_change', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.plan_field', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.plan_version', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.report', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.report_form', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.report_form_draft', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.saved_view', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.sector_list', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.source', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.stored_file', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.tenant_archive', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.tenant_user', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.year_wheel_point', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.activity', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.answer', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.calendar_feed', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.communication_task', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.erasure_request', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.glossary_party_person', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.goal', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.indicator', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.membership', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.plan_field_sector', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.reminder', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.reminder_setting', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.report_form_version', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.report_note', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.sector', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.submission', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.tenant_archive_part', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.activity_budget', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.activity_goal', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.activity_log', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.activity_milestone', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.goal_interim', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.goal_scenario', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.observation', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.received', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.report_review', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.round', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.shelf', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.activity_file', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.review', 'tenant_id', colocate_with => 'published.document');
SELECT create_distributed_table('samklima.round_extension', 'tenant_id', colocate_with => 'published.document');

ALTER TABLE samklima.activity ADD CONSTRAINT activity_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.audit_entry ADD CONSTRAINT audit_entry_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.communication_entry ADD CONSTRAINT communication_entry_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.communication_title ADD CONSTRAINT communication_title_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.edition_draft ADD CONSTRAINT edition_draft_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.glossary_party ADD CONSTRAINT glossary_party_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.goal ADD CONSTRAINT goal_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.import_job ADD CONSTRAINT import_job_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.indicator ADD CONSTRAINT indicator_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.invitation ADD CONSTRAINT invitation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.membership ADD CONSTRAINT membership_member_id_fkey FOREIGN KEY (member_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.membership ADD CONSTRAINT membership_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.outgoing_mail ADD CONSTRAINT outgoing_mail_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.peer_group ADD CONSTRAINT peer_group_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.plan_change ADD CONSTRAINT plan_change_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.plan_field ADD CONSTRAINT plan_field_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.plan_version ADD CONSTRAINT plan_version_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.report ADD CONSTRAINT report_network_id_fkey FOREIGN KEY (network_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.report ADD CONSTRAINT report_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.report_form ADD CONSTRAINT report_form_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.report_form_draft ADD CONSTRAINT report_form_draft_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.round ADD CONSTRAINT round_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.saved_view ADD CONSTRAINT saved_view_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.sector_list ADD CONSTRAINT sector_list_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.shelf ADD CONSTRAINT shelf_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.source ADD CONSTRAINT source_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.stored_file ADD CONSTRAINT stored_file_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.tenant_archive ADD CONSTRAINT tenant_archive_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.tenant_user ADD CONSTRAINT tenant_user_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);
ALTER TABLE samklima.year_wheel_point ADD CONSTRAINT year_wheel_point_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES samklima.tenant(id);

-- Stay on the coordinator, known to every server.
SELECT citus_add_local_table_to_metadata('samklima.databasechangelog'); -- Liquibase's own, used by the migration job only
SELECT citus_add_local_table_to_metadata('samklima.databasechangeloglock'); -- Liquibase's own, used by the migration job only
SELECT citus_add_local_table_to_metadata('samklima.event_publication'); -- Spring Modulith's registry of events
SELECT citus_add_local_table_to_metadata('samklima.scheduled_tasks'); -- db-scheduler's queue, whose workers skip one another's locked rows
SELECT citus_add_local_table_to_metadata('samklima.spring_session'); -- who is signed in
SELECT citus_add_local_table_to_metadata('samklima.spring_session_attributes'); -- part of a session
SELECT citus_add_local_table_to_metadata('samklima.tally'); -- a few numbers over all tenants
