package io.clientele.jobs.schedule.dagfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One YAML file: its defaults under each of its DAGs. */
final class DagFileReader {
  private static final String DEFAULT = "default";

  private final Path file;
  private final LoadSettings settings;
  private final Problems problems;

  DagFileReader(Path file, LoadSettings settings) {
    this.file = file;
    this.settings = settings;
    this.problems = new Problems(file);
  }

  List<String> warnings() {
    return problems.warnings();
  }

  /**
   * The DAGs of the text.
   *
   * @throws DagFileException with everything that is refused
   */
  List<LoadedDag> dags(String text) {
    YamlValue written = YamlTree.read(text, problems);
    refuseDollars(written);
    String expanded = EnvironmentNames.expand(text, settings.environment());
    YamlValue top = written;
    if (!expanded.equals(text)) {
      problems.warn(
          Place.TOP,
          "$ names are filled in from the environment, and Airflow shows the outcome to everybody",
          "keep secrets out of them");
      top = YamlTree.read(expanded, problems);
    }
    problems.throwIfAny();
    List<LoadedDag> dags = dags(top);
    problems.throwIfAny();
    return dags;
  }

  private List<LoadedDag> dags(YamlValue top) {
    Map<String, YamlValue> blocks = new LinkedHashMap<>(top.mapping());
    YamlValue defaults = blocks.remove(DEFAULT);
    YamlValue groups = blocks.remove("task_groups");
    if (groups != null) {
      problems.refuse(
          groups.place(), "dag-factory ignores task_groups there", "put them into the DAG");
    }
    if (blocks.isEmpty()) {
      problems.refuse(Place.TOP, "there is no DAG in the file", "write `dag_id:` at its top");
    }
    List<LoadedDag> dags = new ArrayList<>();
    blocks.forEach(
        (dagId, block) -> {
          if (!block.isMapping()) {
            Fields.of(block, problems);
            problems.refuse(block.place(), "the DAG is empty", "write its keys below it");
            return;
          }
          Map<String, YamlValue> merged = merge(block, defaults(defaults)).mapping();
          dags.add(
              new DagReader(problems, settings, file.toString())
                  .dag(dagId, new Fields(block.place(), merged, problems)));
        });
    return dags;
  }

  private YamlValue defaults(YamlValue defaults) {
    YamlValue none = new YamlValue(Place.TOP, Map.of());
    if (defaults == null || defaults.isNull()) {
      return none;
    }
    for (String key : List.of("tasks", "task_groups")) {
      if (Fields.of(defaults, problems).has(key)) {
        problems.refuse(defaults.mapping().get(key).place(), "defaults have none", "move it");
      }
    }
    Fields.of(defaults, problems).onlyKnown(Keys.DAG, Keys.REFUSED_DAG);
    return defaults.isMapping() ? defaults : none;
  }

  /** Deep: mappings are merged key by key, everything else is the DAG's own. */
  private static YamlValue merge(YamlValue own, YamlValue defaults) {
    Map<String, YamlValue> merged = new LinkedHashMap<>(own.mapping());
    defaults
        .mapping()
        .forEach(
            (key, value) ->
                merged.merge(
                    key,
                    value,
                    (mine, theirs) ->
                        mine.isMapping() && theirs.isMapping() ? merge(mine, theirs) : mine));
    return new YamlValue(own.place(), merged);
  }

  /** On the text as written: what is filled in would show no dollar any more. */
  private void refuseDollars(YamlValue top) {
    top.mapping().values().stream().filter(YamlValue::isMapping).forEach(this::refuseDollarsIn);
  }

  private void refuseDollarsIn(YamlValue dag) {
    check(dag.mapping().get("default_args"));
    for (String key : Set.of("tasks", "task_groups")) {
      YamlValue members = dag.mapping().get(key);
      if (members != null && members.isList()) {
        members.list().forEach(this::checkMember);
      } else if (members != null && members.isMapping()) {
        members.mapping().values().forEach(this::checkMember);
      }
    }
  }

  private void checkMember(YamlValue member) {
    check(member);
    if (member.isMapping()) {
      check(member.mapping().get("default_args"));
    }
  }

  private void check(YamlValue value) {
    if (value != null && value.isMapping()) {
      CommandTraps.checkDollars(Fields.of(value, problems), problems);
    }
  }
}
