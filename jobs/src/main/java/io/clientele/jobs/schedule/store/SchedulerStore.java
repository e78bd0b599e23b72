package io.clientele.jobs.schedule.store;

import io.clientele.pipeline.metadata.MetadataDatabase;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The scheduler's part of the metadata database. */
public final class SchedulerStore {
  private final MetadataDatabase database;

  public SchedulerStore(MetadataDatabase database) {
    this.database = database;
  }

  public MetadataDatabase database() {
    return database;
  }

  /** Reads without waiting for anybody. */
  public <T> T read(Function<Tables, T> question) {
    return database.jdbi().withHandle(handle -> question.apply(new Tables(handle)));
  }

  /** Decides and writes while nobody else does; all of it or nothing. */
  public <T> T decide(Function<Tables, T> work) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              takeTurn(handle);
              return work.apply(new Tables(handle));
            });
  }

  /** The same for work without an answer. */
  public void change(Consumer<Tables> work) {
    decide(
        tables -> {
          work.accept(tables);
          return true;
        });
  }

  /** Writes one thing that no decision rests on, without taking the turn. */
  public void note(Consumer<Tables> work) {
    database.jdbi().useHandle(handle -> work.accept(new Tables(handle)));
  }

  /** Locks the one row of the table until the transaction ends. */
  private static void takeTurn(Handle handle) {
    handle.execute("UPDATE scheduler_turn SET taken_at = taken_at + 1 WHERE name = 'turn'");
  }
}
