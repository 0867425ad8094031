-- Which rows are of one share of a plan, and which follow another: asked on each plan's public page.
create index records_of_a_share on guankao.records ((body ->> 'share')) where noun = 'row';
create index records_that_follow on guankao.records using gin ((body -> 'predecessors') jsonb_path_ops) where noun = 'row';
