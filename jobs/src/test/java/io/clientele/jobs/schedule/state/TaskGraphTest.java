package io.clientele.jobs.schedule.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskGraphTest {
  /** a before b and c, both before d. */
  private static TaskGraph diamond() {
    Map<String, List<String>> upstreams = new LinkedHashMap<>();
    upstreams.put("d", List.of("b", "c"));
    upstreams.put("a", List.of());
    upstreams.put("b", List.of("a"));
    upstreams.put("c", List.of("a"));
    return new TaskGraph(upstreams);
  }

  @Test
  void knowsWhatIsBeforeAndBehindATask() {
    assertThat(diamond().descendants("a")).containsExactlyInAnyOrder("b", "c", "d");
    assertThat(diamond().ancestors("d")).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(diamond().downstream("b")).containsExactly("d");
    assertThat(diamond().leaves()).containsExactly("d");
  }

  @Test
  void aCycleIsRefusedWithItsTasks() {
    Map<String, List<String>> upstreams = new LinkedHashMap<>();
    upstreams.put("start", List.of());
    upstreams.put("a", List.of("start", "b"));
    upstreams.put("b", List.of("a"));
    assertThatThrownBy(() -> new TaskGraph(upstreams))
        .hasMessage("Cannot order tasks: a, b wait for one another; take one dependency away.");
  }

  @Test
  void anUnknownUpstreamIsRefused() {
    assertThatThrownBy(() -> new TaskGraph(Map.of("a", List.of("lost"))))
        .hasMessage(
            "Cannot order tasks: a depends on lost, which is no task of the DAG; correct its"
                + " name.");
  }
}
