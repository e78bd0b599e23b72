package io.clientele.jobs.schedule.template;

import io.clientele.warehouse.Warehouse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Refusals of names, members and filters, with what to write instead. */
final class UnknownName {
  /** Gone in Airflow 3, with what takes their place. */
  private static final Map<String, String> REMOVED =
      Map.ofEntries(
          Map.entry("execution_date", "logical_date"),
          Map.entry("next_execution_date", "data_interval_end"),
          Map.entry("prev_execution_date", "data_interval_start"),
          Map.entry("prev_execution_date_success", "prev_data_interval_start_success"),
          Map.entry("next_ds", "data_interval_end | ds"),
          Map.entry("next_ds_nodash", "data_interval_end | ds_nodash"),
          Map.entry("prev_ds", "data_interval_start | ds"),
          Map.entry("prev_ds_nodash", "data_interval_start | ds_nodash"),
          Map.entry("yesterday_ds", "macros.ds_add(ds, -1)"),
          Map.entry("yesterday_ds_nodash", "macros.ds_add(ds, -1) | replace('-', '')"),
          Map.entry("tomorrow_ds", "macros.ds_add(ds, 1)"),
          Map.entry("tomorrow_ds_nodash", "macros.ds_add(ds, 1) | replace('-', '')"));

  /** Known to Airflow, not to us. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "conn",
          "inlets",
          "outlets",
          "inlet_events",
          "outlet_events",
          "triggering_asset_events",
          "map_index_template",
          "task_reschedule_count",
          "partition_key",
          "partition_date",
          "task_state_store",
          "asset_state_store",
          "expanded_ti_count",
          "exception",
          "templates_dict");

  private UnknownName() {}

  static TemplateException name(String name, Set<String> known) {
    String replacement = REMOVED.get(name);
    if (replacement != null) {
      return TemplateException.refused(
          "the name '%s' is gone in Airflow 3; write %s".formatted(name, replacement));
    }
    if (LEFT_OUT.contains(name)) {
      return TemplateException.refused(
          "the name '%s' exists in Airflow alone; leave it out to run on both".formatted(name));
    }
    return unknown("name", name, known);
  }

  static TemplateException unknown(String what, String name, Set<String> known) {
    if (known.isEmpty()) {
      return TemplateException.refused("there is no %s '%s'".formatted(what, name));
    }
    return TemplateException.refused(
        "there is no %s '%s' here; did you mean %s? There are %s"
            .formatted(
                what,
                name,
                Warehouse.nearest(name, new TreeSet<>(known)),
                String.join(", ", new TreeSet<>(known))));
  }
}
