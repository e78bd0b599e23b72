package io.clientele.pipeline.metadata;

import io.clientele.pipeline.Trained;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Every training with its decision, and every model with its artifact and card. */
public final class ModelRegistry {
  private final MetadataDatabase database;

  ModelRegistry(MetadataDatabase database) {
    this.database = database;
  }

  /** Writes what a run's training decided; the same run again replaces it. */
  public void record(String runId, Trained trained) {
    Optional<Trained.Model> model = trained.model();
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute(
                  "DELETE FROM model WHERE run_id = ? AND family = ?", runId, trained.family());
              handle.execute(
                  "INSERT INTO model (run_id, family, version, decision, reason, artifact, card)"
                      + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                  runId,
                  trained.family(),
                  model.map(Trained.Model::version).orElse(null),
                  trained.decision().name(),
                  trained.reason(),
                  model.map(Trained.Model::artifactJson).orElse(null),
                  model.map(Trained.Model::cardJson).orElse(null));
            });
  }

  /** Everything, newest run first; ids of runs begin with their kind and do not tell. */
  public List<ModelEntry> list() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT model.* FROM model LEFT JOIN run ON run.id = model.run_id"
                            + " ORDER BY run.started_at DESC, model.run_id DESC, model.family")
                    .map((rows, context) -> entry(rows))
                    .list());
  }

  /** What the run decided, by family. */
  public List<ModelEntry> of(String runId) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM model WHERE run_id = :run ORDER BY family")
                    .bind("run", runId)
                    .map((rows, context) -> entry(rows))
                    .list());
  }

  public Optional<Trained.Model> find(String family, String version) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT model.* FROM model LEFT JOIN run ON run.id = model.run_id WHERE"
                            + " family = :family AND version = :version ORDER BY run.started_at"
                            + " DESC, model.run_id DESC LIMIT 1")
                    .bind("family", family)
                    .bind("version", version)
                    .map((rows, context) -> entry(rows).trained())
                    .findOne())
        .flatMap(Trained::model);
  }

  private static ModelEntry entry(ResultSet rows) throws SQLException {
    String version = rows.getString("version");
    Optional<Trained.Model> model =
        version == null
            ? Optional.empty()
            : Optional.of(
                new Trained.Model(version, rows.getString("artifact"), rows.getString("card")));
    Trained trained =
        new Trained(
            rows.getString("family"),
            Trained.Decision.valueOf(rows.getString("decision")),
            rows.getString("reason"),
            model);
    return new ModelEntry(rows.getString("run_id"), trained);
  }
}
