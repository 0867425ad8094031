-- Searching by pairs visits this table for its ids alone: the wide columns go out of line,
-- so that the visit reads a few hundred pages, not all.
alter table guankao.plan_texts set (toast_tuple_target = 128);
