package io.clientele.jobs.schedule.dagfile;

import java.util.Map;

/**
 * How DAG files are read.
 *
 * @param cronDataIntervals a plain cron expression or duration gives runs a data interval, as
 *     Airflow's create_cron_data_intervals; Airflow 3 and we leave it off
 * @param environment variables that {@code $NAME} in a file stands for
 */
public record LoadSettings(boolean cronDataIntervals, Map<String, String> environment) {
  public LoadSettings {
    environment = Map.copyOf(environment);
  }

  /** Airflow 3's defaults, with this process's environment. */
  public static LoadSettings standard() {
    return new LoadSettings(false, System.getenv());
  }
}
