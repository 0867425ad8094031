-- What the public was shown, from one event to another: an edition with its file and its reading. A projection.
create table guankao.shown_states (
  filing text not null,
  edition integer not null,
  from_position bigint not null,
  -- The event that ended it; null: it is shown so now.
  until_position bigint,
  -- Where it ended because the filing was taken back: on what ground.
  withdrawn_ground text,
  reading text not null,
  -- Of what is shown, as in `editions`.
  sha256 text not null,
  file_name text not null,
  event bigint not null,
  -- What is shown is a file of its own, without what is withheld.
  withheld boolean not null,
  settled_at timestamptz,
  settled_role text,
  settled_reason text,
  primary key (filing, edition, from_position)
);
create index shown_states_by_begin on guankao.shown_states (from_position);
create index shown_states_by_end on guankao.shown_states (until_position);

-- Which reading the filing's rows are of.
alter table guankao.filings add column reading text not null default '';
alter table guankao.filings alter column reading drop default;

-- Rows that lists do not show any longer, by the reading that they are of: who asks for the past is shown them. They
-- stand apart, so that the lists of now search among as many as before.
create table guankao.past_filings (
  id text not null,
  reading text not null,
  form text,
  agency text,
  fiscal_year integer,
  money_unit text,
  plans integer not null,
  errors integer not null,
  warnings integer not null,
  questions integer not null,
  -- That made its rows: they are numbered by it.
  event bigint not null unique,
  -- With which they came here.
  ended bigint not null,
  primary key (id, reading)
);
create index past_filings_by_end on guankao.past_filings (ended);
create table guankao.past_plans (like guankao.plans including storage, event bigint not null, primary key (event, position));
create table guankao.past_plan_texts (place bigint primary key, words text not null, pairs tsvector not null);
alter table guankao.past_plan_texts set (toast_tuple_target = 128);
create index past_plan_texts_pairs on guankao.past_plan_texts using gin (pairs);

create function guankao.past_plans_with_words(pairs tsquery, exact text[]) returns json
language sql stable set enable_seqscan = off
return (
  select json_agg(t.place) from guankao.past_plan_texts t
  where t.pairs @@ past_plans_with_words.pairs
    and not exists (select from unnest(past_plans_with_words.exact) word where strpos(t.words, word) = 0)
);

-- Which event was the last of a day; whether something was erased since one looked.
create index events_by_time on guankao.events (at, number);
create index events_that_erase on guankao.events (number) where kind = 'payload-erased';
