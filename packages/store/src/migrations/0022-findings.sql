-- What the checks found, one row a finding, numbered as rows of plans are: by the event that made the rows of its filing.
-- For search alone; which of them fit a rule, a severity, a ministry is known from `filings.found` in memory.
create table guankao.findings (
  place bigint primary key,
  -- What lists show of it.
  line json not null,
  words text not null,
  pairs tsvector not null
);
alter table guankao.findings set (toast_tuple_target = 128);
create index findings_pairs on guankao.findings using gin (pairs);

create table guankao.past_findings (like guankao.findings including storage, primary key (place));
alter table guankao.past_findings set (toast_tuple_target = 128);
create index past_findings_pairs on guankao.past_findings using gin (pairs);

-- Of each finding its rule, severity and doubt, as a number of a few combinations.
alter table guankao.filings add column found json not null default '{}';
alter table guankao.filings alter column found drop default;
alter table guankao.past_filings add column found json not null default '{}';
alter table guankao.past_filings alter column found drop default;

create function guankao.findings_with_words(pairs tsquery, exact text[]) returns json
language sql stable set enable_seqscan = off
return (
  select json_agg(t.place) from guankao.findings t
  where t.pairs @@ findings_with_words.pairs
    and not exists (select from unnest(findings_with_words.exact) word where strpos(t.words, word) = 0)
);

create function guankao.past_findings_with_words(pairs tsquery, exact text[]) returns json
language sql stable set enable_seqscan = off
return (
  select json_agg(t.place) from guankao.past_findings t
  where t.pairs @@ past_findings_with_words.pairs
    and not exists (select from unnest(past_findings_with_words.exact) word where strpos(t.words, word) = 0)
);
