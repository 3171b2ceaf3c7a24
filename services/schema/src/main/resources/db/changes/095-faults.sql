--liquibase formatted sql

--changeset samklima:invitation-mailed
--comment: When the identity provider wrote to the invited: an event that is delivered twice is not to write twice.
ALTER TABLE samklima.invitation ADD COLUMN mailed_at timestamptz;
