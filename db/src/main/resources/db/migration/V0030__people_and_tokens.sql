-- People are of one of two kinds: with a password of ours, or known to an OpenID provider by (issuer, subject).
CREATE TABLE user_account (
  id                   uuid        PRIMARY KEY,
  name                 text        NOT NULL UNIQUE CHECK (name ~ '^[a-z0-9][a-z0-9._@+-]{0,126}$'),
  password_hash        text,
  must_change_password boolean     NOT NULL,
  issuer               text,
  subject              text,
  disabled             boolean     NOT NULL,
  version              bigint      NOT NULL,
  created_at           timestamptz NOT NULL,
  updated_at           timestamptz NOT NULL,
  UNIQUE (issuer, subject),
  CHECK (num_nulls(issuer, subject) IN (0, 2)),
  CHECK ((password_hash IS NULL) = (issuer IS NOT NULL))
);
COMMENT ON COLUMN user_account.password_hash IS 'Argon2id, with its parameters and salt';

CREATE TABLE role_binding (
  id            uuid        PRIMARY KEY,
  user_id       uuid        NOT NULL REFERENCES user_account ON DELETE CASCADE,
  role          text        NOT NULL CHECK (role IN ('VIEWER', 'OPERATOR', 'EDITOR', 'ADMIN')),
  node_group_id uuid        REFERENCES node_group ON DELETE CASCADE,
  from_claims   boolean     NOT NULL,
  created_at    timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (user_id, role, node_group_id)
);
COMMENT ON COLUMN role_binding.node_group_id IS 'Absent: everywhere';
COMMENT ON COLUMN role_binding.from_claims IS 'Given by the OpenID provider, and replaced at each sign-in';

-- As with nodes (V0002): 256 random bits need no salt, and one index look-up must do.
CREATE TABLE api_token (
  id             uuid        PRIMARY KEY,
  name           text        NOT NULL CHECK (length(name) BETWEEN 1 AND 63),
  hint           text        NOT NULL,
  hash           bytea       NOT NULL UNIQUE CHECK (length(hash) = 32),
  role           text        NOT NULL CHECK (role IN ('VIEWER', 'OPERATOR', 'EDITOR', 'ADMIN')),
  node_group_ids uuid[]      NOT NULL,
  labels         jsonb       NOT NULL,
  created_by     text        NOT NULL,
  created_at     timestamptz NOT NULL,
  expires_at     timestamptz,
  last_used_at   timestamptz,
  revoked_at     timestamptz
);
CREATE UNIQUE INDEX api_token_name ON api_token (name) WHERE revoked_at IS NULL;
COMMENT ON COLUMN api_token.node_group_ids IS 'Empty: everywhere';
COMMENT ON COLUMN api_token.labels IS 'Only resources that carry all of these; empty: any';
COMMENT ON COLUMN api_token.last_used_at IS 'To the minute, so that a read is not a write';

-- Shared by the replicas: guessing at one is guessing at all.
CREATE TABLE sign_in_failure (
  subject  text        PRIMARY KEY,
  failures int         NOT NULL,
  last_at  timestamptz NOT NULL
);
COMMENT ON COLUMN sign_in_failure.subject IS 'A name or a client address, hashed';

-- Spring Session's tables, as its PostgreSQL script has them.
CREATE TABLE spring_session (
  primary_id            char(36) PRIMARY KEY,
  session_id            char(36) NOT NULL,
  creation_time         bigint   NOT NULL,
  last_access_time      bigint   NOT NULL,
  max_inactive_interval int      NOT NULL,
  expiry_time           bigint   NOT NULL,
  principal_name        varchar(100)
);
CREATE UNIQUE INDEX spring_session_ix1 ON spring_session (session_id);
CREATE INDEX spring_session_ix2 ON spring_session (expiry_time);
CREATE INDEX spring_session_ix3 ON spring_session (principal_name);

CREATE TABLE spring_session_attributes (
  session_primary_id char(36)     NOT NULL REFERENCES spring_session (primary_id) ON DELETE CASCADE,
  attribute_name     varchar(200) NOT NULL,
  attribute_bytes    bytea        NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name)
);
