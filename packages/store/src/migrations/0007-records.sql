-- Every noun's records stand in one table: adding a noun adds no table. A projection: `guankao rebuild` makes it anew.
create table guankao.records (
  noun text not null,
  id text not null,
  parent text,
  agency text,
  position integer not null,
  state text not null,
  version integer not null,
  -- jsonb: a rebuild must come out the same to the letter, whatever order the keys came in.
  body jsonb not null,
  primary key (noun, id)
);
create index records_of_a_parent on guankao.records (noun, parent, position);
create index records_of_an_agency on guankao.records (noun, agency);
drop table guankao.rows;
drop table guankao.years;

-- Positions are given under the writers' lock, without a gap: what rolls back takes no number.
alter table guankao.events alter column number drop identity;
-- Of the payload, by kind; and the account that did it, where it was one of ours (events of 0.1.0 know only the name).
alter table guankao.events add column v integer not null default 1;
alter table guankao.events add column account text;

-- Bytes are kept once; which row names them, and how, stands beside. Whoever may read one of the rows may read them.
create table guankao.evidence_of_rows (
  "row" text not null,
  sha256 text not null references guankao.evidence,
  name text not null,
  added_by text not null,
  added_at timestamptz not null,
  primary key ("row", sha256)
);
insert into guankao.evidence_of_rows ("row", sha256, name, added_by, added_at)
  select "row", sha256, name, added_by, added_at from guankao.evidence;
alter table guankao.evidence drop column "row";

-- Answers are made anew from what one may still see; those that were kept whole are gone.
delete from guankao.idempotency_keys;
-- A key is taken before the work is done, in the same transaction: a parallel twin waits for the answer.
alter table guankao.idempotency_keys alter column status drop not null;
alter table guankao.idempotency_keys alter column answer drop not null;
