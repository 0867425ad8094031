-- What the public is shown of an edition of which something is withheld: a file of its own; null where it is shown whole.
alter table guankao.editions add column shown_sha256 text;
alter table guankao.editions add column shown_file_name text;
alter table guankao.editions add column shown_reading text;
-- The event that showed it: its leaf commits to that file, the other one's to what is withheld too.
alter table guankao.editions add column shown_event bigint;
