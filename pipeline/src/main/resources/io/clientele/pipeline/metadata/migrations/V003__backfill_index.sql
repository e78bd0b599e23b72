-- A backfill may have a hundred thousand runs that wait: a pass of the scheduler reads the few that may start, and whether any is left.
CREATE INDEX dag_run_backfill ON dag_run (backfill_id, state, backfill_ordinal);
