package io.clientele.pipeline.metadata;

import com.fasterxml.jackson.core.type.TypeReference;
import io.clientele.pipeline.store.Position;
import io.clientele.warehouse.publication.Publication;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The publications; inserting a row is the commit of a night. */
public final class Publications {
  private final MetadataDatabase database;

  Publications(MetadataDatabase database) {
    this.database = database;
  }

  public Optional<Published> newest() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM publication ORDER BY id DESC LIMIT 1")
                    .map((rows, context) -> read(rows))
                    .findOne());
  }

  public Optional<Published> ofRun(String runId) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM publication WHERE run_id = :run")
                    .bind("run", runId)
                    .map((rows, context) -> read(rows))
                    .findOne());
  }

  /** All that are not yet retired, oldest first. */
  public List<Published> retained() {
    return in("state <> 'RETIRED'");
  }

  /** Committed, but main branches, tags or manifest files may lack, oldest first. */
  public List<Published> unsettled() {
    return in("state = 'COMMITTED'");
  }

  private List<Published> in(String condition) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM publication WHERE " + condition + " ORDER BY id")
                    .map((rows, context) -> read(rows))
                    .list());
  }

  /**
   * THE commit. Refused when the run does not own the warehouse any more, or when another
   * publication came after the one it started from.
   *
   * @param base id of the publication that the run started from; 0 = none
   */
  public void commit(Published published, long base) {
    database.jdbi().useTransaction(handle -> insert(handle, published, base));
  }

  private static void insert(Handle handle, Published published, long base) {
    Publication publication = published.publication();
    RunLock.fence(handle, publication.runId());
    long newest =
        handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM publication").mapTo(Long.class).one();
    if (newest != base) {
      throw new LeaseLostException(
          "Cannot publish run %s: it started from publication %d and the newest is %d; start it again."
              .formatted(publication.runId(), base, newest));
    }
    handle.execute(
        "INSERT INTO publication (id, run_id, as_of, published_at, manifest, positions, consumed,"
            + " models, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'COMMITTED')",
        publication.id(),
        publication.runId(),
        publication.asOf().toString(),
        publication.publishedAt().toEpochMilli(),
        Json.write(publication),
        Json.write(published.positions()),
        Json.write(published.consumed()),
        Json.write(published.models()));
    handle.execute(
        "UPDATE run SET state = 'PUBLISHED', ended_at = ?, as_of = ?, message = '' WHERE id = ?",
        publication.publishedAt().toEpochMilli(),
        publication.asOf().toString(),
        publication.runId());
  }

  /** Main branches, tags and manifest files of the publication are in place; no branch is left. */
  public void settled(long id) {
    state(id, "SETTLED");
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE run SET branches_dropped = 1 WHERE id = (SELECT run_id FROM publication"
                        + " WHERE id = ?)",
                    id));
  }

  /** Its tags and its manifest file are gone. */
  public void retired(long id) {
    state(id, "RETIRED");
  }

  /** Every publication's manifest names the warehouse's new place. */
  static void relocated(Handle handle, Path to) {
    List<Published> all =
        handle
            .createQuery("SELECT * FROM publication ORDER BY id")
            .map((rows, context) -> read(rows))
            .list();
    for (Published published : all) {
      handle.execute(
          "UPDATE publication SET manifest = ? WHERE id = ?",
          Json.write(published.publication().at(to.toString())),
          published.id());
    }
  }

  private void state(long id, String state) {
    database
        .jdbi()
        .useHandle(
            handle -> handle.execute("UPDATE publication SET state = ? WHERE id = ?", state, id));
  }

  private static Published read(ResultSet rows) throws SQLException {
    return new Published(
        Json.read(rows.getString("manifest"), Publication.class),
        Json.read(rows.getString("positions"), new TypeReference<Map<String, Position>>() {}),
        Json.read(
            rows.getString("consumed"), new TypeReference<Map<String, Map<String, Position>>>() {}),
        Json.read(rows.getString("models"), new TypeReference<Map<String, String>>() {}));
  }
}
