package io.clientele.jobs.schedule.dagfile;

import java.util.List;
import java.util.Map;

/** A mapping with {@code __type__}: an object of a class from a closed list, never made by name. */
record Typed(String type, List<YamlValue> positional, Map<String, YamlValue> named) {}
