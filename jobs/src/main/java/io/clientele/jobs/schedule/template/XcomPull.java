package io.clientele.jobs.schedule.template;

import io.clientele.jobs.schedule.dag.TaskContext;
import java.util.ArrayList;
import java.util.List;

/** {@code ti.xcom_pull(task_ids='x', key='return_value')}. */
final class XcomPull {
  private XcomPull() {}

  static Function function(TaskContext.Xcoms xcoms, String ownTask) {
    return new Function("xcom_pull", Shape.Type.ANY, given -> pull(xcoms, ownTask, given));
  }

  private static Object pull(TaskContext.Xcoms xcoms, String ownTask, Arguments given) {
    List<Object> values = given.bind("task_ids", "dag_id", "key");
    if (values.get(1) != Arguments.Missing.VALUE && values.get(1) != null) {
      throw TemplateException.operation("xcom_pull() reads the own DAG only; leave dag_id out");
    }
    String key = PythonValues.string(Arguments.Missing.or(values.get(2), "return_value"));
    Object tasks = Arguments.Missing.or(values.get(0), null);
    if (tasks instanceof List<?> list) {
      List<Object> found = new ArrayList<>();
      list.forEach(task -> xcoms.find(PythonValues.string(task), key).ifPresent(found::add));
      return found;
    }
    return xcoms.find(tasks == null ? ownTask : PythonValues.string(tasks), key).orElse(null);
  }
}
