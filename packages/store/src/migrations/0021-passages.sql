-- Each passage that is searched, as its filing has it, with its column: `words` has them without blanks, width and case.
-- Who searches is shown the words where they stand; readings hold them too, but a page of rows is of as many filings.
alter table guankao.plan_texts add column passages json not null default '[]';
alter table guankao.plan_texts alter column passages drop default;
alter table guankao.past_plan_texts add column passages json not null default '[]';
alter table guankao.past_plan_texts alter column passages drop default;
