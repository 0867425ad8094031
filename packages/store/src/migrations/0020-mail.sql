-- Notices by mail. Addresses are people's own and stand beside the journal, never in it.
create table guankao.mail_people (
  account text primary key references guankao.accounts (id),
  address text not null,
  locale text not null,
  asked_at timestamptz not null,
  -- Whoever reads mail there said so; null: nothing but that question goes there.
  confirmed_at timestamptz,
  -- By which links the address is confirmed, and mail stopped. Every mail bears the second, so that it is kept as it is;
  -- neither opens anything.
  confirm_secret text not null unique,
  stop_secret text not null unique,
  stopped_at timestamptz,
  -- The mail server refused the address for good, in these words.
  refused_at timestamptz,
  refused_words text
);

-- One row for each mail that is to go out. It is marked before it is handed over, by one program of any number.
create table guankao.mail_outbox (
  id bigint generated always as identity primary key,
  -- What it is, for whom, of which day: the same is never put in twice.
  key text not null unique,
  kind text not null,
  account text not null references guankao.accounts (id),
  address text not null,
  locale text not null,
  -- waiting, marked, sent, refused, unknown, dropped
  state text not null,
  made_at timestamptz not null,
  next_at timestamptz not null,
  -- After that it says nothing any more.
  until timestamptz not null,
  attempts integer not null default 0,
  marked_at timestamptz,
  ended_at timestamptz,
  -- The mail server's, or why it was not handed over.
  words text,
  notices integer not null default 0
);
create index mail_outbox_due on guankao.mail_outbox (next_at) where state = 'waiting';
create index mail_outbox_marked on guankao.mail_outbox (marked_at) where state = 'marked';
create index mail_outbox_of_account on guankao.mail_outbox (account, id);

-- What a person was told by mail: each once.
create table guankao.mail_told (
  account text not null references guankao.accounts (id),
  key text not null,
  -- Key of the mail: numbers of mails begin anew where a backup is restored.
  mail text not null,
  at timestamptz not null,
  primary key (account, key)
);
create index mail_told_by_mail on guankao.mail_told (mail);

-- Days of which the digests were put in.
create table guankao.mail_days (
  day text primary key,
  planned_at timestamptz not null
);
