package io.clientele.jobs.schedule.template;

import java.util.Map;

/**
 * An object of Airflow's context such as {@code dag_run}: a closed list of attributes. An open one
 * ({@code var.value}) may have any.
 */
record Namespace(String name, Map<String, Object> members, boolean open) implements Shape {

  static Namespace closed(String name, Map<String, Object> members) {
    return new Namespace(name, members, false);
  }
}
