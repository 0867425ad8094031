-- What is written once and never changed. Everything else in this schema can be made anew from it.

create table guankao.sources (
  sha256 text primary key,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  received_at timestamptz not null,
  constraint sources_sha256_is_of_the_bytes check (sha256 = encode(sha256(bytes), 'hex'))
);

-- A reading is what one version of the program made of a source. The body is JSON, kept as text:
-- jsonb would refuse some characters that a filing may hold and change the order of its keys.
create table guankao.readings (
  sha256 text primary key,
  body text not null,
  constraint readings_sha256_is_of_the_body check (sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex'))
);

-- Numbers rise in the order of commits (writers take turns), so that a reader who has seen n never misses one below.
create table guankao.events (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  role text not null,
  reason text,
  kind text not null,
  subject text not null,
  payload jsonb not null
);

create index events_of_a_subject on guankao.events (subject, number);

create function guankao.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'guankao.% is append-only; % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

create trigger append_only before update or delete or truncate on guankao.sources
  for each statement execute function guankao.refuse_change();
create trigger append_only before update or delete or truncate on guankao.readings
  for each statement execute function guankao.refuse_change();
create trigger append_only before update or delete or truncate on guankao.events
  for each statement execute function guankao.refuse_change();
