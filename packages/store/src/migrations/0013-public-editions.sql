-- To the public an edition is taken in by a role and an agency; the person's name stays in the event.
alter table guankao.editions drop column imported_by;
alter table guankao.editions add column imported_role text not null default 'operator';
alter table guankao.editions alter column imported_role drop default;
alter table guankao.editions add column imported_agency text;
