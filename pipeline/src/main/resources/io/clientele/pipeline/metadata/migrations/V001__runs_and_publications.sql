-- One dialect for SQLite and PostgreSQL: instants are BIGINT milliseconds since 1970 UTC, lists and maps are JSON text.
CREATE TABLE run (
  id VARCHAR(100) PRIMARY KEY,
  command TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  ended_at BIGINT,
  state VARCHAR(20) NOT NULL,
  as_of VARCHAR(10),
  base_publication BIGINT NOT NULL,
  branches_dropped INTEGER NOT NULL,
  message TEXT
);

CREATE TABLE step_run (
  run_id VARCHAR(100) NOT NULL,
  step VARCHAR(200) NOT NULL,
  started_at BIGINT NOT NULL,
  seconds DOUBLE PRECISION NOT NULL,
  state VARCHAR(20) NOT NULL,
  rows_in BIGINT NOT NULL,
  rows_out BIGINT NOT NULL,
  inserted BIGINT NOT NULL,
  updated BIGINT NOT NULL,
  deleted BIGINT NOT NULL,
  quarantined BIGINT NOT NULL,
  rows_read TEXT NOT NULL,
  tables_written TEXT NOT NULL,
  consumed TEXT NOT NULL,
  message TEXT,
  PRIMARY KEY (run_id, step)
);

CREATE TABLE publication (
  id BIGINT PRIMARY KEY,
  run_id VARCHAR(100) NOT NULL UNIQUE,
  as_of VARCHAR(10) NOT NULL,
  published_at BIGINT NOT NULL,
  manifest TEXT NOT NULL,
  positions TEXT NOT NULL,
  consumed TEXT NOT NULL,
  models TEXT NOT NULL,
  state VARCHAR(20) NOT NULL
);

CREATE TABLE run_lease (
  name VARCHAR(50) PRIMARY KEY,
  run_id VARCHAR(100) NOT NULL,
  host VARCHAR(200) NOT NULL,
  pid BIGINT NOT NULL,
  process_started_at BIGINT NOT NULL,
  acquired_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE TABLE quality_metric (
  run_id VARCHAR(100) NOT NULL,
  table_name VARCHAR(200) NOT NULL,
  rule VARCHAR(200) NOT NULL,
  severity VARCHAR(10) NOT NULL,
  checked BIGINT NOT NULL,
  failed BIGINT NOT NULL,
  value DOUBLE PRECISION NOT NULL,
  verdict VARCHAR(10) NOT NULL,
  measured_at BIGINT NOT NULL,
  PRIMARY KEY (run_id, table_name, rule)
);

CREATE INDEX quality_metric_history ON quality_metric (table_name, rule, measured_at);

CREATE TABLE model (
  run_id VARCHAR(100) NOT NULL,
  family VARCHAR(100) NOT NULL,
  version VARCHAR(200),
  decision VARCHAR(20) NOT NULL,
  reason TEXT NOT NULL,
  as_of VARCHAR(10),
  artifact TEXT,
  card TEXT,
  PRIMARY KEY (run_id, family)
);

CREATE INDEX model_version ON model (family, version);
