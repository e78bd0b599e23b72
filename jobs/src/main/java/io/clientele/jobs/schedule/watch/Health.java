package io.clientele.jobs.schedule.watch;

import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.store.Schedulers;
import io.clientele.jobs.schedule.timetable.RunIds;
import io.clientele.pipeline.metadata.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/**
 * Whether database and scheduler are well, in the words of Airflow's monitor.
 *
 * @param heartbeat when any scheduler was last heard of
 */
public record Health(boolean hasDatabase, boolean hasScheduler, Optional<Instant> heartbeat) {

  /**
   * Asks the database.
   *
   * @param staleAfter silence after which a scheduler counts as lost
   */
  public static Health now(SchedulerStore store, Clock clock, Duration staleAfter) {
    try {
      Optional<Instant> heartbeat =
          store.read(tables -> tables.schedulers().all()).stream()
              .map(Schedulers.Entry::heartbeatAt)
              .max(Instant::compareTo);
      Instant oldest = clock.instant().minus(staleAfter);
      return new Health(true, heartbeat.filter(at -> at.isAfter(oldest)).isPresent(), heartbeat);
    } catch (JdbiException e) {
      return new Health(false, false, Optional.empty());
    }
  }

  public boolean isGood() {
    return hasDatabase && hasScheduler;
  }

  public String json() {
    Map<String, Object> scheduler = new LinkedHashMap<>();
    scheduler.put("status", status(hasScheduler));
    scheduler.put("latest_scheduler_heartbeat", heartbeat.map(RunIds::isoText).orElse(null));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("metadatabase", Map.of("status", status(hasDatabase)));
    all.put("scheduler", scheduler);
    return Json.write(all);
  }

  private static String status(boolean good) {
    return good ? "healthy" : "unhealthy";
  }
}
