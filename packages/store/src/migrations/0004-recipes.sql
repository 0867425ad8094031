-- What people settled about a file's reading: the projection of the newest such event of each file.
create table guankao.recipes (
  sha256 text primary key references guankao.sources,
  body jsonb not null
);
