package io.clientele.jobs.schedule.notify;

import io.clientele.jobs.schedule.store.Notices;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to tell people.
 *
 * @param kind failed, recovered, late
 * @param subject one line
 * @param text what happened, why, and the next move
 */
public record Message(Notices.Kind kind, String dagId, String runId, String subject, String text) {
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", kind.text());
    fields.put("dag_id", dagId);
    fields.put("run_id", runId);
    fields.put("subject", subject);
    fields.put("text", text);
    return fields;
  }
}
