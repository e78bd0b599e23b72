"""definitions.py FOLDER: what Airflow understands of the tasks of the YAML files of a folder, one line a task."""
import sys
from pathlib import Path

from dagfactory import load_yaml_dags

folder = Path(sys.argv[1]).resolve()


def seconds(span):
    return "-" if span is None else f"{span.total_seconds():g}"


def word(value):
    return getattr(value, "value", value)


def factor(backoff):
    return "2" if backoff is True else f"{float(backoff):g}"


for file in sorted(folder.rglob("*.y*ml")):
    dags = {}
    load_yaml_dags(globals_dict=dags, config_filepath=str(file), defaults_config_path=str(folder))
    for dag in dags.values():
        print(
            "dag", dag.dag_id, f"catchup={dag.catchup} runs={dag.max_active_runs} tasks={dag.max_active_tasks}",
            f"timeout={seconds(dag.dagrun_timeout)} zone={dag.timezone.name} params={sorted(dag.params)}",
        )
        for task in sorted(dag.tasks, key=lambda each: each.task_id):
            print(
                "task", dag.dag_id, task.task_id, type(task).__name__, f"after={sorted(task.upstream_task_ids)}",
                f"rule={word(task.trigger_rule)} retries={task.retries} delay={seconds(task.retry_delay)}",
                f"backoff={factor(task.retry_exponential_backoff)} max={seconds(task.max_retry_delay)}",
                f"timeout={seconds(task.execution_timeout)} past={task.depends_on_past or task.wait_for_downstream}",
                f"wait={task.wait_for_downstream} pool={task.pool}:{task.pool_slots} weight={task.priority_weight}",
                f"{word(task.weight_rule)} most={task.max_active_tis_per_dag} xcom={task.do_xcom_push} owner={task.owner}",
            )
