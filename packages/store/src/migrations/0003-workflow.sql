-- The year's work: who there is, what they write, what was frozen.

create table guankao.agencies (
  id text primary key,
  name text not null,
  parent text references guankao.agencies,
  created_at timestamptz not null
);

-- Accounts are no projection: a password's hash has no place in events. What is done to an account is an event all the same.
create table guankao.accounts (
  id text primary key,
  login text not null unique,
  name text not null,
  -- argon2id; null until the one-time link has been used.
  password text,
  failures integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null
);

create table guankao.grants (
  account text not null references guankao.accounts,
  role text not null,
  agency text not null references guankao.agencies,
  primary key (account, role, agency)
);

-- Of a session, a token and a one-time link only the sha256 is kept: who reads the database signs in as nobody.
create table guankao.sessions (
  id text primary key,
  account text not null references guankao.accounts,
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create table guankao.tokens (
  id text primary key,
  account text not null references guankao.accounts,
  name text not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);

create table guankao.links (
  id text primary key,
  -- null: makes the first administrator.
  account text references guankao.accounts,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Projections of the workflow's events.
create table guankao.years (
  id text primary key,
  ministry text not null,
  fiscal_year integer not null,
  state text not null,
  version integer not null,
  -- jsonb: a rebuild must come out the same to the letter, whatever order the keys came in.
  body jsonb not null
);

create table guankao.rows (
  id text primary key,
  year text not null,
  agency text not null,
  position integer not null,
  state text not null,
  version integer not null,
  body jsonb not null
);

create index rows_of_a_year on guankao.rows (year, position);
create index rows_of_an_agency on guankao.rows (agency);

-- What somebody has typed and not yet saved. It is theirs alone, and goes when the row is saved.
create table guankao.drafts (
  "row" text not null,
  account text not null references guankao.accounts,
  row_version integer not null,
  body json not null,
  saved_at timestamptz not null,
  primary key ("row", account)
);

create table guankao.evidence (
  sha256 text primary key,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  "row" text not null,
  added_by text not null,
  added_at timestamptz not null,
  constraint evidence_sha256_is_of_the_bytes check (sha256 = encode(sha256(bytes), 'hex'))
);

-- Which column of an accounting export is which component: saved for next time.
create table guankao.money_mappings (
  agency text primary key,
  body json not null,
  saved_at timestamptz not null
);

-- The answer that a request with this key was given: the same request again gets it again and does nothing twice.
create table guankao.idempotency_keys (
  account text not null references guankao.accounts,
  key text not null,
  request text not null,
  status integer not null,
  answer json not null,
  at timestamptz not null,
  primary key (account, key)
);
