-- Who wants to be told of what happens, and what is still to be told.
CREATE TABLE webhook (
  id           uuid        PRIMARY KEY,
  name         text        NOT NULL CONSTRAINT webhook_name_key UNIQUE,
  url          text        NOT NULL,
  format       text        NOT NULL CHECK (format IN ('GENERIC', 'SLACK')),
  event_types  text[]      NOT NULL,
  enabled      boolean     NOT NULL,
  secret       text        NOT NULL,
  version      bigint      NOT NULL,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  leased_by    uuid,
  leased_until timestamptz
);
COMMENT ON COLUMN webhook.event_types IS 'vip.changed, finding.* or *; empty: all';
COMMENT ON COLUMN webhook.secret IS 'Readable, unlike tokens: each delivery is signed with it';
COMMENT ON COLUMN webhook.leased_by IS 'The replica that delivers now; whoever comes after leased_until may take over';

-- A delivery has all that it tells: it is sent again as it was, whatever became of the event.
CREATE TABLE webhook_delivery (
  id              uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  number          bigint      GENERATED ALWAYS AS IDENTITY,
  webhook_id      uuid        NOT NULL REFERENCES webhook ON DELETE CASCADE,
  event_id        bigint,
  created_at      timestamptz NOT NULL,
  type            text        NOT NULL,
  resource_type   text        NOT NULL,
  resource_id     uuid        NOT NULL,
  summary         text        NOT NULL,
  revision        bigint,
  state           text        NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'DELIVERED', 'DEAD')),
  attempts        int         NOT NULL DEFAULT 0,
  due_at          timestamptz NOT NULL DEFAULT now(),
  last_attempt_at timestamptz,
  last_status     int,
  last_error      text
);
COMMENT ON COLUMN webhook_delivery.event_id IS 'Absent for a test';
CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook_id, due_at, number) WHERE state = 'PENDING';
CREATE INDEX webhook_delivery_by_webhook ON webhook_delivery (webhook_id, number DESC);
CREATE INDEX webhook_delivery_by_age ON webhook_delivery (created_at);

-- In the transaction of the event: either both are kept, or neither.
CREATE FUNCTION deliver_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO webhook_delivery
    (webhook_id, event_id, created_at, type, resource_type, resource_id, summary, revision)
  SELECT webhook.id, fresh.id, fresh.created_at, fresh.type, fresh.resource_type, fresh.resource_id, fresh.summary,
    fresh.revision
  FROM fresh JOIN webhook ON webhook.enabled AND (webhook.event_types = '{}'
    OR webhook.event_types && ARRAY['*', fresh.type, split_part(fresh.type, '.', 1) || '.*'])
  ORDER BY fresh.id;
  IF FOUND THEN
    PERFORM pg_notify('carom_webhook', '');
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER event_is_delivered AFTER INSERT ON event
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION deliver_events();
