package io.clientele.jobs.schedule.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.clientele.pipeline.metadata.MetadataDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;

/**
 * Quartz, and the only class that knows it: the alarm clock that wakes schedulers when a run is
 * due. What is due is decided by the tables alone; a lost or doubled alarm changes nothing.
 */
final class QuartzClock implements AutoCloseable {
  private static final String NAME = "clientele";
  private static final String GROUP = "dag";

  /** Quartz makes its jobs itself; they find their way back by the scheduler's instance id. */
  private static final Map<String, Runnable> WAKES = new ConcurrentHashMap<>();

  private final org.quartz.Scheduler quartz;
  private final String id;

  /** Alarms that are set, to touch Quartz only when one changes. */
  private final Map<String, Instant> set = new HashMap<>();

  private QuartzClock(org.quartz.Scheduler quartz, String id) {
    this.quartz = quartz;
    this.id = id;
  }

  /** Wakes the scheduler of this process. */
  @DisallowConcurrentExecution
  public static final class Wake implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      try {
        WAKES.getOrDefault(context.getScheduler().getSchedulerInstanceId(), () -> {}).run();
      } catch (SchedulerException e) {
        throw new IllegalStateException("Cannot wake: " + e.getMessage(), e);
      }
    }
  }

  /**
   * Starts Quartz: in memory beside SQLite, clustered beside PostgreSQL.
   *
   * @param id unique among all schedulers
   * @param loop how often some scheduler is woken in any case
   */
  static QuartzClock start(MetadataDatabase database, String id, Duration loop, Runnable wake) {
    try {
      WAKES.put(id, wake);
      org.quartz.Scheduler quartz = create(properties(database, id));
      QuartzClock clock = new QuartzClock(quartz, id);
      quartz.start();
      clock.repeat(loop);
      return clock;
    } catch (SchedulerException e) {
      throw new IllegalStateException("Cannot start Quartz: " + e.getMessage(), e);
    }
  }

  /** Quartz takes two schedulers of one name in a process for one, unless it forgets the first. */
  private static synchronized org.quartz.Scheduler create(Properties properties)
      throws SchedulerException {
    org.quartz.Scheduler quartz = new StdSchedulerFactory(properties).getScheduler();
    SchedulerRepository.getInstance().remove(quartz.getSchedulerName());
    return quartz;
  }

  private static Properties properties(MetadataDatabase database, String id) {
    Properties properties = new Properties();
    properties.put("org.quartz.scheduler.instanceName", NAME);
    properties.put("org.quartz.scheduler.instanceId", id);
    properties.put("org.quartz.scheduler.idleWaitTime", "1000");
    properties.put("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
    properties.put("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.put("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    properties.put("org.quartz.threadPool.threadCount", "2");
    properties.put("org.quartz.threadPool.makeThreadsDaemons", "true");
    if (database.isSqlite()) {
      properties.put("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    } else {
      QuartzTables.create(database);
      properties.putAll(clustered(database, "metadata-" + id));
    }
    return properties;
  }

  private static Map<String, String> clustered(MetadataDatabase database, String source) {
    Map<String, String> properties = new HashMap<>();
    properties.put("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
    properties.put(
        "org.quartz.jobStore.driverDelegateClass",
        "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
    properties.put("org.quartz.jobStore.isClustered", "true");
    properties.put("org.quartz.jobStore.clusterCheckinInterval", "5000");
    properties.put("org.quartz.jobStore.useProperties", "true");
    properties.put("org.quartz.jobStore.dataSource", source);
    properties.put(
        "org.quartz.dataSource." + source + ".connectionProvider.class",
        Connections.class.getName());
    properties.put("org.quartz.dataSource." + source + ".url", database.url());
    return properties;
  }

  /** One alarm for each DAG, at its next run. */
  void setAlarms(Map<String, Instant> due) {
    try {
      for (String dagId : Set.copyOf(set.keySet())) {
        if (!due.containsKey(dagId)) {
          quartz.unscheduleJob(TriggerKey.triggerKey(dagId, GROUP));
          set.remove(dagId);
        }
      }
      for (Map.Entry<String, Instant> alarm : due.entrySet()) {
        if (!alarm.getValue().equals(set.put(alarm.getKey(), alarm.getValue()))) {
          set(alarm.getKey(), alarm.getValue());
        }
      }
    } catch (SchedulerException e) {
      set.clear();
      throw new IllegalStateException("Cannot set alarms: " + e.getMessage(), e);
    }
  }

  private void set(String dagId, Instant due) throws SchedulerException {
    JobDetail job = JobBuilder.newJob(Wake.class).withIdentity(dagId, GROUP).storeDurably().build();
    quartz.addJob(job, true);
    TriggerKey key = TriggerKey.triggerKey(dagId, GROUP);
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(key)
            .forJob(JobKey.jobKey(dagId, GROUP))
            .startAt(Date.from(due))
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
            .build();
    if (quartz.rescheduleJob(key, trigger) == null) {
      scheduleIfNew(trigger);
    }
  }

  private void repeat(Duration loop) throws SchedulerException {
    JobKey key = JobKey.jobKey("loop", NAME);
    quartz.addJob(JobBuilder.newJob(Wake.class).withIdentity(key).storeDurably().build(), true);
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity("loop", NAME)
            .forJob(key)
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(loop.toMillis())
                    .repeatForever()
                    .withMisfireHandlingInstructionNextWithRemainingCount())
            .build();
    scheduleIfNew(trigger);
  }

  /** Another scheduler of the cluster may have been quicker, which is as good. */
  private void scheduleIfNew(Trigger trigger) throws SchedulerException {
    try {
      if (!quartz.checkExists(trigger.getKey())) {
        quartz.scheduleJob(trigger);
      }
    } catch (ObjectAlreadyExistsException e) {
      return;
    }
  }

  @Override
  public void close() {
    WAKES.remove(id);
    try {
      quartz.shutdown(false);
    } catch (SchedulerException e) {
      throw new IllegalStateException("Cannot stop Quartz: " + e.getMessage(), e);
    }
  }

  /** Quartz's own connections, which it asks for all the time. */
  public static final class Connections implements ConnectionProvider {
    private String url;
    private HikariDataSource pool;

    /** Called by Quartz with the property of that name. */
    public void setUrl(String jdbcUrl) {
      url = jdbcUrl;
    }

    @Override
    public Connection getConnection() throws SQLException {
      return pool.getConnection();
    }

    @Override
    public void initialize() {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(url);
      config.setMaximumPoolSize(4);
      config.setMinimumIdle(1);
      config.setInitializationFailTimeout(-1);
      pool = new HikariDataSource(config);
    }

    @Override
    public void shutdown() {
      pool.close();
    }
  }
}
