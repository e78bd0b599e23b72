package io.clientele.jobs.schedule.dagfile;

import java.util.Optional;

/**
 * A group of tasks.
 *
 * @param id with the names of the groups around it: {@code outer.inner}
 * @param ordinal its place among the groups as they are written
 * @param defaults its default_args over those of the groups around it
 */
record Group(
    String name, String id, int ordinal, Optional<String> parent, Fields fields, Fields defaults) {}
