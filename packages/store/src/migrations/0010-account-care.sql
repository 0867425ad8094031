-- An account that was ended signs in no more and is nobody; what it did stays its own.
alter table guankao.accounts add column deactivated_at timestamptz;
