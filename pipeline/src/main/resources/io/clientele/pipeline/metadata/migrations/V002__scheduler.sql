-- The scheduler. Instants of this file are BIGINT microseconds since 1970 UTC: run ids show them. Values of any kind are JSON text.
CREATE TABLE dag (
  dag_id VARCHAR(250) PRIMARY KEY,
  file TEXT NOT NULL,
  is_paused INTEGER NOT NULL,
  is_stale INTEGER NOT NULL,
  next_logical_date BIGINT,
  next_interval_end BIGINT,
  next_run_after BIGINT,
  first_seen_at BIGINT NOT NULL,
  last_seen_at BIGINT NOT NULL
);

CREATE TABLE dag_run (
  dag_id VARCHAR(250) NOT NULL,
  run_id VARCHAR(250) NOT NULL,
  run_type VARCHAR(30) NOT NULL,
  state VARCHAR(20) NOT NULL,
  reason VARCHAR(30) NOT NULL,
  logical_date BIGINT,
  interval_start BIGINT,
  interval_end BIGINT,
  run_after BIGINT NOT NULL,
  queued_at BIGINT,
  started_at BIGINT,
  ended_at BIGINT,
  decided_at BIGINT,
  conf TEXT NOT NULL,
  note TEXT,
  triggered_by VARCHAR(30) NOT NULL,
  triggering_user VARCHAR(250),
  backfill_id BIGINT,
  backfill_ordinal INTEGER,
  PRIMARY KEY (dag_id, run_id),
  UNIQUE (dag_id, logical_date)
);

CREATE INDEX dag_run_state ON dag_run (state, dag_id);

-- One row a task of a run; what it is now. The attempts before this one are in task_attempt.
CREATE TABLE task_instance (
  dag_id VARCHAR(250) NOT NULL,
  run_id VARCHAR(250) NOT NULL,
  task_id VARCHAR(250) NOT NULL,
  attempt_id VARCHAR(36) NOT NULL,
  state VARCHAR(20) NOT NULL,
  try_number INTEGER NOT NULL,
  max_tries INTEGER NOT NULL,
  scheduled_at BIGINT,
  queued_at BIGINT,
  started_at BIGINT,
  ended_at BIGINT,
  retry_at BIGINT,
  owner VARCHAR(36),
  host VARCHAR(250),
  pid BIGINT,
  exit_code INTEGER,
  message TEXT,
  note TEXT,
  PRIMARY KEY (dag_id, run_id, task_id)
);

CREATE INDEX task_instance_state ON task_instance (state);

CREATE TABLE task_attempt (
  dag_id VARCHAR(250) NOT NULL,
  run_id VARCHAR(250) NOT NULL,
  task_id VARCHAR(250) NOT NULL,
  try_number INTEGER NOT NULL,
  attempt_id VARCHAR(36) NOT NULL,
  state VARCHAR(20) NOT NULL,
  scheduled_at BIGINT,
  queued_at BIGINT,
  started_at BIGINT,
  ended_at BIGINT,
  host VARCHAR(250),
  pid BIGINT,
  exit_code INTEGER,
  message TEXT,
  max_tries INTEGER NOT NULL,
  PRIMARY KEY (dag_id, run_id, task_id, try_number)
);

CREATE TABLE xcom (
  dag_id VARCHAR(250) NOT NULL,
  run_id VARCHAR(250) NOT NULL,
  task_id VARCHAR(250) NOT NULL,
  key VARCHAR(250) NOT NULL,
  value TEXT NOT NULL,
  written_at BIGINT NOT NULL,
  PRIMARY KEY (dag_id, run_id, task_id, key)
);

CREATE TABLE variable (
  name VARCHAR(250) PRIMARY KEY,
  value TEXT NOT NULL,
  description TEXT
);

CREATE TABLE pool (
  name VARCHAR(250) PRIMARY KEY,
  slots INTEGER NOT NULL,
  description TEXT
);

INSERT INTO pool (name, slots, description) VALUES ('default_pool', 128, 'Default pool');

CREATE TABLE backfill (
  id BIGINT PRIMARY KEY,
  dag_id VARCHAR(250) NOT NULL,
  from_date BIGINT NOT NULL,
  to_date BIGINT NOT NULL,
  is_backwards INTEGER NOT NULL,
  reprocess VARCHAR(20) NOT NULL,
  max_active_runs INTEGER NOT NULL,
  conf TEXT NOT NULL,
  is_paused INTEGER NOT NULL,
  created_at BIGINT NOT NULL,
  completed_at BIGINT,
  updated_at BIGINT NOT NULL
);

-- The scheduler processes; a stale heartbeat means that its running tasks are lost.
CREATE TABLE scheduler (
  id VARCHAR(36) PRIMARY KEY,
  host VARCHAR(250) NOT NULL,
  pid BIGINT NOT NULL,
  process_started_at BIGINT NOT NULL,
  started_at BIGINT NOT NULL,
  heartbeat_at BIGINT NOT NULL
);

-- One row: whoever has it locked decides; the others wait their turn.
CREATE TABLE scheduler_turn (
  name VARCHAR(20) PRIMARY KEY,
  taken_at BIGINT NOT NULL
);

INSERT INTO scheduler_turn (name, taken_at) VALUES ('turn', 0);

-- What was told to people, so that it is told once.
CREATE TABLE notice (
  dag_id VARCHAR(250) NOT NULL,
  run_id VARCHAR(250) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  occasion BIGINT NOT NULL,
  channel VARCHAR(50) NOT NULL,
  sent_at BIGINT NOT NULL,
  PRIMARY KEY (dag_id, run_id, kind, occasion, channel)
);
