package io.clientele.sample.service;

import io.clientele.sample.people.Employee.Department;
import io.clientele.sample.people.Life;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A case of the service desk; times are local.
 *
 * @param kind COMPLAINT, SUGGESTION or QUESTION
 * @param satisfaction 1 (angry) to 5 (pleased); 0 = did not say
 * @param isFarewell whether it is the complaint of somebody who is about to leave
 */
record Case(
    Life life,
    String number,
    String kind,
    String topic,
    String channel,
    String sku,
    List<Step> steps,
    int satisfaction,
    boolean isFarewell) {
  LocalDateTime openedAt() {
    return steps.get(0).startedAt();
  }

  LocalDateTime closedAt() {
    return steps.get(steps.size() - 1).endedAt();
  }

  /** What one department does about it. */
  record Step(
      Department department,
      String owner,
      String action,
      LocalDateTime startedAt,
      LocalDateTime endedAt) {}
}
