-- Evidence is bytes of the record, as sources are: written once.
create trigger append_only before update or delete or truncate on guankao.evidence
  for each statement execute function guankao.refuse_change();
create trigger append_only before update or delete or truncate on guankao.evidence_of_rows
  for each statement execute function guankao.refuse_change();
