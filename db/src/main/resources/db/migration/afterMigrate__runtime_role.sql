-- The role that serves requests owns nothing: it cannot change the schema, nor take anything back that history keeps.
-- Where one role does everything, the triggers alone hold that.
DO $$
BEGIN
  IF '${runtimeRole}' <> current_user THEN
    -- Replicas that start together come here together, and two grants on one table at once are an error.
    PERFORM pg_advisory_xact_lock(hashtext('carom.grants'));
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), '${runtimeRole}');
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO %I', current_schema(), '${runtimeRole}');
    EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO %I', current_schema(), '${runtimeRole}');
    EXECUTE format('REVOKE UPDATE, DELETE ON audit_entry, revision, revision_change FROM %I', '${runtimeRole}');
    EXECUTE format('REVOKE ALL ON flyway_schema_history FROM %I', '${runtimeRole}');
  END IF;
END
$$;
