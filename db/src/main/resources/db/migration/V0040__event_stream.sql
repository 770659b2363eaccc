-- Readers of the stream follow event ids: within one lock, ids are given in the order in which they commit.
CREATE FUNCTION order_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(3392405506); -- 0xca340002: any number that nothing else in this database locks
  RETURN NULL;
END
$$;
CREATE TRIGGER event_is_ordered BEFORE INSERT ON event FOR EACH STATEMENT EXECUTE FUNCTION order_events();

CREATE FUNCTION announce_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('carom_event', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER event_is_announced AFTER INSERT ON event FOR EACH STATEMENT EXECUTE FUNCTION announce_event();

-- What happens to things that revisions do not number has its picture with it; the others are shown as they are now.
ALTER TABLE event ADD COLUMN snapshot jsonb;
COMMENT ON COLUMN event.snapshot IS 'Of what no collection shows, as a virtual router; absent for resources, which are read when told';
