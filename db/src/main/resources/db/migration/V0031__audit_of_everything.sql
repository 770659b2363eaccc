ALTER TABLE audit_entry
  ADD COLUMN outcome    text  NOT NULL DEFAULT 'DONE' CHECK (outcome IN ('DONE', 'DENIED')),
  ADD COLUMN token_id   uuid,
  ADD COLUMN address    inet,
  ADD COLUMN request_id text,
  ADD COLUMN request    text,
  ADD COLUMN difference jsonb,
  ADD COLUMN reason     text;
COMMENT ON COLUMN audit_entry.token_id IS 'By which token the actor acted; absent for people and for the control plane itself';
COMMENT ON COLUMN audit_entry.difference IS 'By JSON pointer: the value before and after; secrets are left out';
COMMENT ON COLUMN audit_entry.reason IS 'What the caller gave as the reason, or why an attempt was denied';

CREATE TRIGGER audit_entry_is_never_emptied BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
