-- Who came in and out, from which network: beside the journal, for a set time, and in no backup. An attempt at a login
-- that is nobody's is kept without it: people type passwords there.
create table guankao.security_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null,
  account text references guankao.accounts (id),
  network text
);
create index security_log_at on guankao.security_log (at);
create index security_log_of_account on guankao.security_log (account, id);
