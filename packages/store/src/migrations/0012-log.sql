-- What others can check of the record (tlog-tiles): each event is a leaf of a tree whose head is signed.

-- 32 bytes that nobody can guess: 244 bits of two random UUIDs, made even by SHA-256.
create function guankao.new_salt() returns bytea language sql volatile
return sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- Under this, the leaf commits to what the event says beside its payload.
alter table guankao.events add column salt bytea not null default guankao.new_salt();

-- Payloads stand apart, each with a salt of its own, so that one can be erased and the rest still proves itself. As
-- text, byte for byte as it was written: that is what the leaf commits to.
create table guankao.payloads (
  number bigint primary key references guankao.events,
  body text not null,
  -- null: what stood here was erased, by the event that is named; what stands here now is fit to stand.
  salt bytea default guankao.new_salt(),
  erased_by bigint references guankao.events
);
insert into guankao.payloads (number, body) select number, payload::text from guankao.events order by number;
alter table guankao.events drop column payload;

-- Changed by `erase_payload` alone, which says so for its transaction.
create function guankao.refuse_change_but_erasure() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('guankao.erasing', true) = 'on' then return null; end if;
  raise exception 'guankao.% is append-only; % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;
create trigger append_only before update or delete or truncate on guankao.payloads
  for each statement execute function guankao.refuse_change_but_erasure();

-- The leaves, as everybody may fetch them; `index` is the event's number less one.
create table guankao.log_entries (
  index bigint primary key,
  entry bytea not null
);
create trigger append_only before update or delete or truncate on guankao.log_entries
  for each statement execute function guankao.refuse_change();

-- The tree over them, up to 256 hashes a tile; the rightmost of each level grow.
create table guankao.log_tiles (
  level smallint not null,
  index bigint not null,
  hashes bytea not null,
  primary key (level, index)
);

-- Every head that was signed, as it was signed.
create table guankao.log_checkpoints (
  origin text not null,
  size bigint not null,
  note text not null,
  signed_at timestamptz not null,
  primary key (origin, size)
);
create trigger append_only before update or delete or truncate on guankao.log_checkpoints
  for each statement execute function guankao.refuse_change();

-- An edition that is made here, in the formats in which it is given out: made once, when it is reported, and kept. The
-- log commits to the bytes of each.
create table guankao.renderings (
  filing text not null,
  edition integer not null,
  -- pdf, ods, …
  format text not null,
  name text not null,
  media_type text not null,
  sha256 text not null,
  bytes bytea not null,
  -- That says that they were made.
  event bigint not null references guankao.events,
  primary key (filing, edition, format),
  constraint renderings_sha256_is_of_the_bytes check (sha256 = encode(sha256(bytes), 'hex'))
);
create index renderings_by_file on guankao.renderings (sha256);
create trigger append_only before update or delete or truncate on guankao.renderings
  for each statement execute function guankao.refuse_change();

-- Takes what stood in a payload away for good: something that is fit to stand takes its place, its salt goes, and an
-- event says so, in one transaction. The leaf, the tree and all other proofs stay as they are. Only of an event whose
-- leaf is made: what comes later could commit to the new text alone.
create function guankao.erase_payload(
  erased bigint, replacement text, actor text, account text, role text, reason text, at timestamptz
) returns bigint language plpgsql security definer set search_path = guankao, pg_temp as $$
declare
  erasure bigint;
begin
  -- `writ`: the journal's turn.
  perform pg_advisory_xact_lock(2003986804);
  perform replacement::json;
  if not exists (select from log_entries e where e.index = erased - 1) then
    raise exception 'event % has no leaf yet', erased using errcode = 'object_not_in_prerequisite_state';
  end if;
  insert into events (number, at, actor, account, role, reason, kind, subject, v)
    select last.number + 1, greatest(last.at, erase_payload.at), erase_payload.actor, erase_payload.account,
      erase_payload.role, erase_payload.reason, 'payload-erased', 'log', 1
    from events last order by last.number desc limit 1
    returning number into erasure;
  insert into payloads (number, body) values (erasure, json_build_object(
    'event', erased, 'sha256', encode(sha256(convert_to(replacement, 'UTF8')), 'hex'))::text);
  perform set_config('guankao.erasing', 'on', true);
  update payloads set body = replacement, salt = null, erased_by = erasure where number = erased and salt is not null;
  if not found then
    raise exception 'event % has no payload that could be erased', erased using errcode = 'no_data_found';
  end if;
  perform set_config('guankao.erasing', 'off', true);
  return erasure;
end
$$;
revoke execute on function guankao.erase_payload from public;
