"""client.py URL USER PASSWORD: the calls of specification 3.4 with Airflow's own generated client (apache-airflow-client).

The same script goes to a real Airflow and to our scheduler; the printed lines must be equal. The client checks every answer
against its models: a missing field, a wrong type or an unknown word ends it.
"""
import json
import re
import sys
import time
import urllib.request
from datetime import datetime, timedelta, timezone

import airflow_client.client as airflow
from airflow_client.client import api as calls
from airflow_client.client.exceptions import ApiException

url, user, password = sys.argv[1:4]
DAG, RUN = "check_states", "client"
START = datetime(2026, 1, 5, tzinfo=timezone.utc)


def token():
    body = json.dumps({"username": user, "password": password}).encode()
    request = urllib.request.Request(url + "/auth/token", data=body, headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)["access_token"]


client = airflow.ApiClient(airflow.Configuration(host=url, access_token=token()))
dags, runs, tasks = calls.DAGApi(client), calls.DagRunApi(client), calls.TaskInstanceApi(client)


def show(what, *values):
    print(f"{what}:", *values, flush=True)


def refused(what, call):
    try:
        call()
        show(what, "accepted")
    except ApiException as error:
        detail = json.loads(error.body)["detail"]
        kind = "text" if isinstance(detail, str) else sorted(detail[0] if isinstance(detail, list) else detail)
        show(what, error.status, kind)


def ended(run):
    for _ in range(600):
        found = runs.get_dag_run(DAG, run)
        if found.state in ("success", "failed"):
            return found
        time.sleep(0.5)
    sys.exit(f"{url}: {run} did not end")


def row(run):
    interval = (run.data_interval_start, run.data_interval_end)
    return run.dag_run_id, run.run_type.value, run.state.value, run.logical_date, *interval, run.triggered_by and run.triggered_by.value


version = calls.VersionApi(client).get_version()
show("version", version.version)
show("health", calls.MonitorApi(client).get_health().scheduler.status)
show("dags", [dag.dag_id for dag in dags.get_dags(dag_id_pattern=DAG).dags], dags.get_dags(limit=0).dags)
dag = dags.get_dag(DAG)
show("dag", dag.dag_id, dag.is_paused, dag.max_active_runs, dag.timetable_summary, sorted(tag.name for tag in dag.tags if tag.name != "dagfactory"))
details = dags.get_dag_details(DAG)
show("details", details.catchup, details.timezone, sorted(details.params or {}), details.is_paused_upon_creation)
show("tasks", [task.task_id for task in calls.TaskApi(client).get_tasks(DAG).tasks])
show("unpaused", dags.patch_dag(DAG, airflow.DAGPatchBody(is_paused=False), update_mask=["is_paused"]).is_paused)

made = runs.trigger_dag_run(DAG, airflow.TriggerDAGRunPostBody(dag_run_id=RUN, logical_date=None, conf={"word": "hello"}, note="by client"))
show("made", made.dag_run_id, made.conf, made.note, made.logical_date, made.triggered_by.value)
refused("again", lambda: runs.trigger_dag_run(DAG, airflow.TriggerDAGRunPostBody(dag_run_id=RUN, logical_date=None)))
refused("bad id", lambda: runs.trigger_dag_run(DAG, airflow.TriggerDAGRunPostBody(dag_run_id="scheduled__x", logical_date=None)))
refused("no run", lambda: runs.get_dag_run(DAG, "nobody"))
show("ended", *row(ended(RUN)))
dated = runs.trigger_dag_run(DAG, airflow.TriggerDAGRunPostBody(logical_date=START))
show("dated", *row(ended(dated.dag_run_id)))

page = runs.get_dag_runs(DAG, order_by=["-run_after"], run_type=["manual"], limit=1)
show("runs", page.total_entries, len(page.dag_runs))
show("by state", sorted(run.dag_run_id for run in runs.get_dag_runs(DAG, state=["failed", "success"]).dag_runs))
show("by date", [run.dag_run_id for run in runs.get_dag_runs(DAG, logical_date_gte=START, logical_date_lte=START).dag_runs])
show("by id", [run.dag_run_id for run in runs.get_dag_runs(DAG, run_id_pattern="cli%").dag_runs])
first = runs.get_dag_runs(DAG, limit=1, cursor="", order_by=["run_id"])
second = runs.get_dag_runs(DAG, limit=1, cursor=first.next_cursor, order_by=["run_id"])
show("pages", [run.dag_run_id for run in first.dag_runs + second.dag_runs], first.previous_cursor, second.previous_cursor is not None)

found = sorted(tasks.get_task_instances(DAG, RUN).task_instances, key=lambda task: task.task_id)
for task in found:
    show("task", task.task_id, task.state and task.state.value, task.try_number, task.max_tries, task.pool, task.operator_name)
show("failed", sorted(task.task_id for task in tasks.get_task_instances("~", "~", state=["failed"], dag_id_pattern=DAG).task_instances))
last = next(task for task in found if task.state and task.state.value == "success" and task.operator_name == "BashOperator")
tries = tasks.get_task_instance_tries(DAG, RUN, last.task_id).task_instances
show("tries", [(each.try_number, each.state.value) for each in tries])
log = tasks.get_log(DAG, RUN, last.task_id, tries[-1].try_number, full_content=True)
show("log", log is not None)
entries = calls.XComApi(client).get_xcom_entry(DAG, last.task_id, RUN, "return_value")
show("xcom", entries.actual_instance.key, entries.actual_instance.value)

noted = runs.patch_dag_run(DAG, RUN, airflow.DAGRunPatchBody(note="seen"), update_mask=["note"])
show("noted", noted.note, noted.state.value)
dry = tasks.post_clear_task_instances(DAG, airflow.ClearTaskInstancesBody(dag_run_id=RUN, only_failed=False, include_downstream=True, task_ids=[last.task_id]))
show("dry clear", sorted(task.task_id for task in dry.task_instances))
marked = tasks.patch_task_instance(DAG, RUN, last.task_id, airflow.PatchTaskInstanceBody(new_state="failed", note="by hand"))
show("marked", [(task.task_id, task.state.value, task.note) for task in marked.task_instances])
cleared = runs.clear_dag_run(DAG, RUN, airflow.DAGRunClearBody(dry_run=False)).actual_instance
show("cleared", cleared.dag_run_id, cleared.state.value)
show("ended", *row(ended(RUN)))
show("pools", [(pool.name, pool.slots, pool.occupied_slots) for pool in calls.PoolApi(client).get_pools().pools])
show("variables", calls.VariableApi(client).get_variables().total_entries)
runs.delete_dag_run(DAG, dated.dag_run_id)
refused("deleted", lambda: runs.get_dag_run(DAG, dated.dag_run_id))
