package io.clientele.jobs.schedule.dag;

import java.util.Map;
import java.util.Optional;

/**
 * A task's command with every template filled in.
 *
 * @param env the task's own variables; empty when the task names none
 */
public record RenderedCommand(
    String command, Optional<Map<String, String>> env, Optional<String> cwd) {}
