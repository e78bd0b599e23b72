package io.clientele.pipeline;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.execution.SparkPlanInfo;
import org.apache.spark.sql.execution.metric.SQLMetricInfo;
import org.apache.spark.sql.execution.ui.SparkListenerSQLAdaptiveExecutionUpdate;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;
import scala.collection.Iterator;

/** Counts the rows that scans of tables yield, by job group (the step) and table. */
final class RowsRead extends SparkListener {
  private static final Pattern SCAN = Pattern.compile("BatchScan .*\\.tables\\.`?(\\w+)`?.*");
  private static final String ROWS = "number of output rows";

  private final Map<Integer, String> groups = new ConcurrentHashMap<>();
  private final Map<Long, String> tables = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Long>> rows = new ConcurrentHashMap<>();

  @Override
  public void onJobStart(SparkListenerJobStart job) {
    String group =
        job.properties() == null ? null : job.properties().getProperty("spark.jobGroup.id");
    if (group != null) {
      job.stageIds().foreach(stage -> groups.put((Integer) stage, group));
    }
  }

  @Override
  public void onOtherEvent(SparkListenerEvent event) {
    if (event instanceof SparkListenerSQLExecutionStart start) {
      remember(start.sparkPlanInfo());
    } else if (event instanceof SparkListenerSQLAdaptiveExecutionUpdate update) {
      remember(update.sparkPlanInfo());
    }
  }

  private void remember(SparkPlanInfo plan) {
    Matcher scan = SCAN.matcher(plan.nodeName());
    if (scan.matches()) {
      for (Iterator<SQLMetricInfo> all = plan.metrics().iterator(); all.hasNext(); ) {
        SQLMetricInfo metric = all.next();
        if (metric.name().equals(ROWS)) {
          tables.put(metric.accumulatorId(), scan.group(1));
        }
      }
    }
    for (Iterator<SparkPlanInfo> all = plan.children().iterator(); all.hasNext(); ) {
      remember(all.next());
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd task) {
    String group = groups.get(task.stageId());
    if (group == null) {
      return;
    }
    for (Iterator<AccumulableInfo> all = task.taskInfo().accumulables().iterator();
        all.hasNext(); ) {
      AccumulableInfo info = all.next();
      String table = tables.get(info.id());
      if (table != null && info.update().isDefined()) {
        rows.computeIfAbsent(group, unused -> new ConcurrentHashMap<>())
            .merge(table, ((Number) info.update().get()).longValue(), Long::sum);
      }
    }
  }

  /** What the group has read since it was last asked. */
  Map<String, Long> take(String group) {
    Map<String, Long> taken = rows.remove(group);
    return taken == null ? Map.of() : new HashMap<>(taken);
  }
}
