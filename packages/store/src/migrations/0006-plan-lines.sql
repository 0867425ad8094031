-- What lists show of a row stands with it: a page of them is one look into one table.
alter table guankao.plans add column line json not null default '{}';
alter table guankao.plans alter column line drop default;
-- A few hundred bytes, read with the row: out of line each would be a visit of its own.
alter table guankao.plans alter column line set storage main;

-- Nothing reads these any longer: a plan's page shows its reading.
alter table guankao.plan_texts drop column body;
drop table guankao.findings;

-- A number for each row: searches find thousands, and numbers are told, read and looked up in a quarter of an id's time.
alter table guankao.plan_texts add column place bigint not null default 0;
alter table guankao.plan_texts alter column place drop default;

-- The event that last changed the rows of a filing: who keeps them in memory asks what is newer.
alter table guankao.filings add column event bigint not null default 0;
alter table guankao.filings alter column event drop default;
create index filings_by_event on guankao.filings (event);

-- Which plans hold some words: their pairs find candidates, the texts decide where pairs alone do not.
-- The planner takes reading all texts for cheap, since it does not count that each is fetched from out of line and unpacked.
create function guankao.plans_with_words(pairs tsquery, exact text[]) returns json
language sql stable set enable_seqscan = off
return (
  select json_agg(t.place) from guankao.plan_texts t
  where t.pairs @@ plans_with_words.pairs
    and not exists (select from unnest(plans_with_words.exact) word where strpos(t.words, word) = 0)
);
