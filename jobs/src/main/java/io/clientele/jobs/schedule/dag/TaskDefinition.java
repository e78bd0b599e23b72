package io.clientele.jobs.schedule.dag;

import io.clientele.jobs.schedule.state.TriggerRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One task of a DAG, defaults resolved.
 *
 * @param taskId with the prefixes of its groups: {@code stage.accounts}
 * @param bash its command; empty for an EmptyOperator, which succeeds without a process
 * @param upstream ids of its direct upstreams, with prefixes, in the order of the file
 * @param executionTimeout longest attempt; the whole process tree is killed then
 * @param pushesXcom whether the last line of its output is kept
 * @param params own parameters, which override the DAG's; values are JSON values
 */
public record TaskDefinition(
    String taskId,
    Optional<Bash> bash,
    List<String> upstream,
    TriggerRule triggerRule,
    RetryPolicy retryPolicy,
    Optional<Duration> executionTimeout,
    boolean dependsOnPast,
    boolean waitsForDownstream,
    Queueing queueing,
    boolean pushesXcom,
    Map<String, Object> params,
    String owner,
    Optional<String> docMd) {
  public TaskDefinition {
    upstream = List.copyOf(upstream);
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    dependsOnPast = dependsOnPast || waitsForDownstream;
  }

  /** The class that Airflow would run. */
  public String operatorName() {
    return bash.isPresent() ? "BashOperator" : "EmptyOperator";
  }

  /** The same task without upstreams and retries. */
  TaskDefinition alone() {
    return new TaskDefinition(
        taskId,
        bash,
        List.of(),
        triggerRule,
        RetryPolicy.NONE,
        executionTimeout,
        false,
        false,
        queueing,
        pushesXcom,
        params,
        owner,
        docMd);
  }

  public static Builder task(String taskId) {
    return new Builder(taskId);
  }

  /** Collects a task, starting from Airflow's defaults. */
  public static final class Builder {
    private final String taskId;
    private Optional<Bash> bash = Optional.empty();
    private final List<String> upstream = new ArrayList<>();
    private TriggerRule triggerRule = TriggerRule.ALL_SUCCESS;
    private RetryPolicy retryPolicy = RetryPolicy.NONE;
    private Optional<Duration> executionTimeout = Optional.empty();
    private boolean dependsOnPast;
    private boolean waitsForDownstream;
    private Queueing queueing = Queueing.DEFAULT;
    private boolean pushesXcom = true;
    private Map<String, Object> params = Map.of();
    private String owner = "airflow";
    private Optional<String> docMd = Optional.empty();

    private Builder(String taskId) {
      this.taskId = taskId;
    }

    public Builder bash(String command) {
      return bash(Bash.of(command));
    }

    public Builder bash(Bash command) {
      bash = Optional.of(command);
      return this;
    }

    public Builder after(String... tasks) {
      return after(List.of(tasks));
    }

    public Builder after(List<String> tasks) {
      upstream.addAll(tasks);
      return this;
    }

    public Builder triggerRule(TriggerRule rule) {
      triggerRule = rule;
      return this;
    }

    public Builder retryPolicy(RetryPolicy policy) {
      retryPolicy = policy;
      return this;
    }

    public Builder executionTimeout(Duration timeout) {
      executionTimeout = Optional.of(timeout);
      return this;
    }

    public Builder dependsOnPast(boolean depends) {
      dependsOnPast = depends;
      return this;
    }

    public Builder waitsForDownstream(boolean waits) {
      waitsForDownstream = waits;
      return this;
    }

    public Builder queueing(Queueing place) {
      queueing = place;
      return this;
    }

    public Builder pushesXcom(boolean pushes) {
      pushesXcom = pushes;
      return this;
    }

    public Builder params(Map<String, Object> values) {
      params = values;
      return this;
    }

    public Builder owner(String name) {
      owner = name;
      return this;
    }

    public Builder docMd(String text) {
      docMd = Optional.of(text);
      return this;
    }

    public TaskDefinition build() {
      return new TaskDefinition(
          taskId,
          bash,
          upstream,
          triggerRule,
          retryPolicy,
          executionTimeout,
          dependsOnPast,
          waitsForDownstream,
          queueing,
          pushesXcom,
          params,
          owner,
          docMd);
    }
  }
}
