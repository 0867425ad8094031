-- Signing in under attack. What is counted here decides for all servers of one database.

-- An attempt is counted before it is looked at: by login (of logins that do not exist too), by known device, by network.
create table guankao.sign_in_attempts (
  -- sha256 of what is counted.
  subject text primary key,
  -- Attempts that were looked at and were not right, or are being looked at now.
  failures integer not null,
  last_at timestamptz not null,
  -- Until then none is looked at.
  paused_until timestamptz
);
create index sign_in_attempts_by_time on guankao.sign_in_attempts (last_at);

-- Requests that cost much, by asker, in a window of time. They may be lost in a crash: then counting begins anew.
create unlogged table guankao.request_counts (
  subject text primary key,
  since timestamptz not null,
  count integer not null
);
create index request_counts_by_time on guankao.request_counts (since);

-- What this record's servers sign cookies with: made once, the same for all of them. It is in no backup.
create table guankao.signing_keys (
  name text primary key,
  key bytea not null
);

-- Counted above now, for unknown logins too.
alter table guankao.accounts drop column failures, drop column locked_until;

-- Sessions that have ended are swept by their time.
create index sessions_by_end on guankao.sessions (expires_at);
