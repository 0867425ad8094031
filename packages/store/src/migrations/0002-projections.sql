-- The current state, made from the events by the projectors. `guankao rebuild` makes it anew and compares.

create table guankao.filings (
  id text primary key,
  form text,
  agency text,
  fiscal_year integer,
  money_unit text,
  -- The current one.
  edition integer not null,
  plans integer not null,
  errors integer not null,
  warnings integer not null,
  questions integer not null
);

create table guankao.editions (
  filing text not null,
  number integer not null,
  sha256 text not null references guankao.sources,
  file_name text not null,
  media_type text not null,
  imported_at timestamptz not null,
  imported_by text not null,
  event bigint not null references guankao.events,
  reason text,
  reading text not null references guankao.readings,
  primary key (filing, number)
);

create unique index editions_bytes on guankao.editions (sha256);

-- Plan rows of current editions: narrow, so that counting and sorting 30,000 of them stays quick.
create table guankao.plans (
  id text primary key,
  filing text not null,
  position integer not null,
  agency text,
  fiscal_year integer,
  money_unit text,
  name text not null collate "C",
  type text,
  verdict text not null,
  -- TWD, whatever unit the filing prints.
  approved bigint,
  budgeted bigint,
  executed bigint,
  -- executed / budgeted
  rate double precision,
  findings integer not null,
  severities text[] not null,
  rules text[] not null,
  lists text[] not null
);

create index plans_of_a_filing on guankao.plans (filing, position);

-- The wide part of a plan row.
create table guankao.plan_texts (
  id text primary key,
  -- The contract's plan, as read.
  body json not null,
  -- Name and texts, normalised, one line a passage.
  words text not null,
  -- Every pair of neighbouring characters in `words`, and each line's last one.
  pairs tsvector not null
);

create index plan_texts_pairs on guankao.plan_texts using gin (pairs);

create table guankao.findings (
  filing text not null,
  -- Place in the reading's list.
  position integer not null,
  -- null: about the whole document.
  plan text,
  rule text not null,
  severity text not null,
  body json not null,
  primary key (filing, position)
);

create index findings_of_a_plan on guankao.findings (plan);

-- Which projectors made the current state, and from how many events.
create table guankao.projection (
  single boolean primary key default true check (single),
  version integer not null,
  event bigint not null
);
