-- What was typed on a row as it was stays beside what is typed on it as it is: the one no longer takes the place of the other.
alter table guankao.drafts drop constraint drafts_pkey;
alter table guankao.drafts add primary key ("row", account, row_version);
create index drafts_of_an_account on guankao.drafts (account);
