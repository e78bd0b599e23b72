package io.clientele.jobs.schedule.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.schedule.store.RowQuery.Page;
import io.clientele.jobs.schedule.store.RowQuery.Slice;
import io.clientele.jobs.schedule.store.RowQuery.Sql;
import io.clientele.jobs.schedule.timetable.RunType;
import io.clientele.pipeline.metadata.MetadataDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both databases sort, cut and count alike. */
class RowQueryTest {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  @TempDir Path folder;

  @Test
  void readsPagesInSqlite() {
    readsPages(MetadataDatabase.defaultUrl(folder));
  }

  @Test
  void readsPagesInPostgres() throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      readsPages(server.getJdbcUrl("postgres", "postgres"));
    }
  }

  private static void readsPages(String url) {
    try (MetadataDatabase database = MetadataDatabase.open(url)) {
      SchedulerStore store = new SchedulerStore(database);
      store.change(
          tables -> {
            for (int run = 0; run < 5; run++) {
              // Runs 0 and 3 have no logical date: null is the smallest, whatever the database.
              Optional<Instant> date =
                  run % 3 == 0 ? Optional.empty() : Optional.of(NOW.plusSeconds(run));
              tables.runs().insert(run("r" + run, date));
            }
          });
      List<String> upwards = List.of("r0", "r3", "r1", "r2", "r4");
      List<String> downwards = List.of("r4", "r2", "r1", "r0", "r3");
      assertThat(walk(store, false)).isEqualTo(upwards);
      assertThat(walk(store, true)).isEqualTo(downwards);
      assertThat(store.<Long>read(tables -> tables.runs().count(query(false), 100))).isEqualTo(5);
      assertThat(store.<Long>read(tables -> tables.runs().count(query(false), 3))).isEqualTo(3);
      List<Object> end = List.of(1, Long.MAX_VALUE, "z");
      Page<DagRun> before =
          store.read(
              tables -> tables.runs().page(query(false), Slice.beside(Optional.of(end), true, 2)));
      assertThat(before.rows()).extracting(DagRun::runId).containsExactly("r2", "r4");
      assertThat(before.hasMore()).isTrue();
    }
  }

  private static DagRun run(String id, Optional<Instant> date) {
    return DagRun.queued(
        "d",
        id,
        RunType.MANUAL,
        new DagRun.Dates(date, Optional.empty(), NOW),
        new DagRun.Origin("cli", Optional.empty()),
        NOW);
  }

  private static RowQuery query(boolean isDescending) {
    return new RowQuery()
        .in("state", List.of("queued", "running"))
        .orderByNullable("logical_date", "0", isDescending)
        .orderBy(Sql.of("run_id"), false);
  }

  /** All runs, two at a time, each page from the place where the one before ended. */
  private static List<String> walk(SchedulerStore store, boolean isDescending) {
    List<String> ids = new ArrayList<>();
    Optional<List<Object>> place = Optional.empty();
    boolean more = true;
    while (more) {
      Slice slice = Slice.beside(place, false, 2);
      Page<DagRun> page = store.read(tables -> tables.runs().page(query(isDescending), slice));
      page.rows().forEach(run -> ids.add(run.runId()));
      place = Optional.of(page.placed().get(page.placed().size() - 1).place());
      more = page.hasMore();
    }
    return ids;
  }
}
