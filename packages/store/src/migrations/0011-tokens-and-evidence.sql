-- Tokens end, may be given some of their person's roles, or reading only. Those that there are end in ninety days.
alter table guankao.tokens add column expires_at timestamptz;
update guankao.tokens set expires_at = now() + interval '90 days';
alter table guankao.tokens alter column expires_at set not null;
-- null: all roles that its person has.
alter table guankao.tokens add column roles text[];
alter table guankao.tokens add column read_only boolean not null default false;
create index tokens_of_an_account on guankao.tokens (account);

-- A session that nobody uses ends.
alter table guankao.sessions add column seen_at timestamptz;
update guankao.sessions set seen_at = created_at;
alter table guankao.sessions alter column seen_at set not null;
create index sessions_of_an_account on guankao.sessions (account);

-- One file may be attached to a row under several names: each reader is given a name that a row of theirs knows it by.
alter table guankao.evidence_of_rows drop constraint evidence_of_rows_pkey;
alter table guankao.evidence_of_rows add primary key ("row", sha256, name);
create index evidence_of_rows_by_file on guankao.evidence_of_rows (sha256);

-- Keys of requests are swept by their time.
create index idempotency_keys_by_time on guankao.idempotency_keys (at);
