-- What is kept is not thereby public. Editions of 0.1.0 all are: whatever was taken in was shown at once.
alter table guankao.editions add column published boolean not null default true;
alter table guankao.editions alter column published drop default;
-- A filing that was taken back: the ground stands where it stood.
alter table guankao.filings add column withdrawn_at timestamptz;
alter table guankao.filings add column withdrawn_ground text;
-- What a person settled by hand of an edition's reading, and why: shown with it.
alter table guankao.editions add column settled_at timestamptz;
alter table guankao.editions add column settled_role text;
alter table guankao.editions add column settled_reason text;
