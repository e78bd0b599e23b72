"""client.py URL USER PASSWORD: the calls of specification 3.4 with Airflow's own generated client (apache-airflow-client).

The same script goes to a real Airflow and to our scheduler; the printed lines must be equal. The client checks every answer
against its models: a wrong type or an unknown word ends it. Then the answer itself is printed, all keys and values but for
those of LEFT_OUT: of them only that they are there.
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
DAG, RUN, DAILY = "check_states", "client", "check_backfill"
# Moments, ids, what belongs to one machine or one engine's inside, and what dag-factory adds (doc_md) or our loader resolves
# (default_args) or Airflow says in words (timetable_description). They must be there, but need not be equal.
LEFT_OUT = {
    *("start_date", "end_date", "duration", "queued_at", "queued_when", "scheduled_when", "run_after", "timestamp"),
    *("last_scheduling_decision", "last_parsed_time", "last_parse_duration", "last_parsed", "last_expired", "created_at"),
    *("completed_at", "updated_at", "latest_scheduler_heartbeat", "id", "pid", "hostname", "unixname", "executor_config"),
    *("fileloc", "relative_fileloc", "file_token", "bundle_name", "bundle_version", "dag_versions", "dag_version"),
    *("latest_dag_version", "git_version", "triggerer", "dag_processor", "total_entries_limit", "rendered_fields", "trigger"),
    *("doc_md", "default_args", "timetable_description"),
}
START = datetime(2026, 1, 5, tzinfo=timezone.utc)


def token():
    body = json.dumps({"username": user, "password": password}).encode()
    request = urllib.request.Request(url + "/auth/token", data=body, headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)["access_token"]


def known(value):
    """A JSON value without what cannot be equal; lists in an order of their own, 1.0 as 1, without the tag of dag-factory."""
    if isinstance(value, dict):
        return {key: "-" if key in LEFT_OUT else known(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        kept = [known(each) for each in value if not (isinstance(each, dict) and each.get("name") == "dagfactory")]
        return sorted(kept, key=lambda each: json.dumps(each, sort_keys=True))
    return int(value) if isinstance(value, float) and value.is_integer() else value


class Client(airflow.ApiClient):
    """Keeps the last answer as it came."""

    def call_api(self, *arguments, **more):
        self.answer = super().call_api(*arguments, **more)
        return self.answer


client = Client(airflow.Configuration(host=url, access_token=token()))
dags, runs, tasks = calls.DAGApi(client), calls.DagRunApi(client), calls.TaskInstanceApi(client)


named = {}


def show(what, *values):
    """A line to compare; an id that only one engine has is printed by its name."""
    line = " ".join(str(each) for each in (f"{what}:", *values))
    for made, name in named.items():
        line = line.replace(made, name)
    print(line, flush=True)


def whole(what):
    """All of the last answer."""
    show(what, json.dumps(known(json.loads(client.answer.read()))))


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


# Server and DAGs.
show("version", calls.VersionApi(client).get_version().version)
whole("all of version")
show("health", calls.MonitorApi(client).get_health().scheduler.status)
whole("all of health")
show("dags", [dag.dag_id for dag in dags.get_dags(dag_id_pattern="check_", order_by=["-dag_id"]).dags], dags.get_dags(limit=0).dags)
show("second page", [dag.dag_id for dag in dags.get_dags(dag_id_pattern="check_", order_by=["dag_id"], limit=1, offset=1).dags])
show("by tag", [dag.dag_id for dag in dags.get_dags(tags=["nobody's"]).dags])
show("paused", dags.patch_dag(DAG, airflow.DAGPatchBody(is_paused=True), update_mask=["is_paused"]).is_paused)
show("by pause", [dag.dag_id for dag in dags.get_dags(paused=True, dag_id_pattern=DAG).dags])
show("unpaused", dags.patch_dag(DAG, airflow.DAGPatchBody(is_paused=False), update_mask=["is_paused"]).is_paused)
dags.get_dag(DAG)
whole("dag")
dags.get_dag_details(DAG)
whole("details")
calls.TaskApi(client).get_tasks(DAG)
whole("tasks")
refused("no dag", lambda: dags.get_dag("nobody"))
refused("bad order", lambda: dags.get_dags(order_by=["colour"]))

# Runs.
made = runs.trigger_dag_run(DAG, airflow.TriggerDAGRunPostBody(dag_run_id=RUN, logical_date=None, conf={"word": "hello"}, note="by client"))
whole("made")
refused("again", lambda: runs.trigger_dag_run(DAG, airflow.TriggerDAGRunPostBody(dag_run_id=RUN, logical_date=None)))
refused("bad id", lambda: runs.trigger_dag_run(DAG, airflow.TriggerDAGRunPostBody(dag_run_id="scheduled__x", logical_date=None)))
refused("no run", lambda: runs.get_dag_run(DAG, "nobody"))
ended(RUN)
whole("ended")
dated = runs.trigger_dag_run(DAG, airflow.TriggerDAGRunPostBody(logical_date=START))
named[dated.dag_run_id] = "DATED"
show("its id says when it may start", dated.dag_run_id == f"manual__{dated.run_after.astimezone(timezone.utc).isoformat()}")
show("that is now", abs(datetime.now(timezone.utc) - dated.run_after) < timedelta(hours=1))
refused("same date", lambda: runs.trigger_dag_run(DAG, airflow.TriggerDAGRunPostBody(logical_date=START)))
ended(dated.dag_run_id)
whole("dated")


def ids(**filters):
    return [run.dag_run_id for run in runs.get_dag_runs(DAG, **filters).dag_runs]


page = runs.get_dag_runs(DAG, order_by=["-run_after"], run_type=["manual"], limit=1)
show("runs", page.total_entries, len(page.dag_runs))
runs.get_dag_runs(DAG, order_by=["run_after"])
whole("all runs")
show("newest first", ids(order_by=["-run_after"]))
show("by state", ids(state=["failed", "success"], order_by=["run_after"]), ids(state=["running"]))
show("by type", ids(run_type=["scheduled"]))
show("by date", ids(logical_date_gte=START, logical_date_lte=START), ids(logical_date_lt=START))
show("by start", ids(run_after_gte=dated.run_after), ids(start_date_lt=START), ids(end_date_gte=dated.run_after))
show("by id", ids(run_id_pattern="cli%"))
show("by place", ids(order_by=["run_after"], limit=2, offset=1))
first = runs.get_dag_runs(DAG, limit=1, cursor="", order_by=["run_after"])
second = runs.get_dag_runs(DAG, limit=1, cursor=first.next_cursor, order_by=["run_after"])
show("pages", [run.dag_run_id for run in first.dag_runs + second.dag_runs], first.previous_cursor, second.previous_cursor is not None)
show("all", [run.dag_run_id for run in runs.get_dag_runs("~", dag_id_pattern=DAG, order_by=["run_after"]).dag_runs])

# Task instances, their attempts, logs and XCom.
tasks.get_task_instances(DAG, RUN)
whole("task instances")
tasks.get_task_instance(DAG, RUN, "broken")
whole("one of them")
tasks.get_task_instance_tries(DAG, RUN, "broken")
whole("tries")
show("failed", sorted(task.task_id for task in tasks.get_task_instances("~", "~", state=["failed"], dag_id_pattern=DAG).task_instances))
show("skipped", sorted(task.task_id for task in tasks.get_task_instances(DAG, RUN, state=["skipped", "none"]).task_instances))
refused("bad state", lambda: tasks.get_task_instances(DAG, RUN, state=["odd"]))
refused("no task", lambda: tasks.get_task_instance(DAG, RUN, "nobody"))
log = tasks.get_log(DAG, RUN, "first", 1, full_content=True)
show("log", any(f"hello {RUN}" in entry.event for entry in log.content.actual_instance), sorted(json.loads(client.answer.read())))
lines = tasks.get_log_without_preload_content(DAG, RUN, "first", 1, accept="application/x-ndjson").read().decode()
show("its lines", any(f"hello {RUN}" in json.loads(line)["event"] for line in lines.splitlines()))
refused("no try", lambda: tasks.get_log(DAG, RUN, "first", 7))
calls.XComApi(client).get_xcom_entry(DAG, "first", RUN, "return_value")
whole("xcom")
refused("no xcom", lambda: calls.XComApi(client).get_xcom_entry(DAG, "first", RUN, "nothing"))

# Notes, states by hand, clears.
runs.patch_dag_run(DAG, RUN, airflow.DAGRunPatchBody(note="seen", state="failed"), update_mask=["note"])
whole("noted")
one = airflow.ClearTaskInstancesBodyTaskIdsInner("join")
tasks.post_clear_task_instances(DAG, airflow.ClearTaskInstancesBody(dag_run_id=RUN, only_failed=False, include_downstream=True, task_ids=[one]))
whole("dry clear")
tasks.post_clear_task_instances(DAG, airflow.ClearTaskInstancesBody(dag_run_id=RUN))
whole("dry clear of what failed")
refused("two ranges", lambda: tasks.post_clear_task_instances(DAG, airflow.ClearTaskInstancesBody(dag_run_id=RUN, start_date=START)))
tasks.patch_task_instance(DAG, RUN, "first", airflow.PatchTaskInstanceBody(new_state="failed", note="by hand"))
whole("marked")
tasks.post_clear_task_instances(
    DAG, airflow.ClearTaskInstancesBody(dag_run_id=RUN, dry_run=False, only_failed=False, include_downstream=True, task_ids=[one]))
show("cleared", sorted(json.loads(client.answer.read())))
ended(RUN)
whole("ended after the clear")
# The client's own model takes no list of instances here, from Airflow neither: each is of two of its classes.
runs.clear_dag_run_without_preload_content(DAG, RUN, airflow.DAGRunClearBody())
whole("dry clear of the run")
cleared = runs.clear_dag_run(DAG, RUN, airflow.DAGRunClearBody(dry_run=False)).actual_instance
show("cleared run", cleared.dag_run_id, cleared.state.value)
ended(RUN)
whole("ended again")
tasks.get_task_instances(DAG, RUN)
whole("task instances at the end")
runs.patch_dag_run(DAG, RUN, airflow.DAGRunPatchBody(state="failed"))
whole("failed by hand")
runs.delete_dag_run(DAG, dated.dag_run_id)
refused("deleted", lambda: runs.get_dag_run(DAG, dated.dag_run_id))

# Backfills, of a DAG that is paused, so that its runs stay where they are.
dags.patch_dag(DAILY, airflow.DAGPatchBody(is_paused=True))
whole("daily dag")
backfills = calls.BackfillApi(client)
wish = airflow.BackfillPostBody(dag_id=DAILY, from_date=START, to_date=START + timedelta(days=2), max_active_runs=2, dag_run_conf={})
backfills.create_backfill_dry_run(wish)
whole("dry backfill")
backfill = backfills.create_backfill(wish).id
whole("backfill")
refused("second backfill", lambda: backfills.create_backfill(wish))
refused("no schedule", lambda: backfills.create_backfill(airflow.BackfillPostBody(dag_id=DAG, from_date=START, to_date=START)))
backfills.list_backfills(DAILY)
whole("backfills")
show("paused backfill", backfills.pause_backfill(backfill).is_paused)
show("unpaused backfill", backfills.unpause_backfill(backfill).is_paused)
runs.get_dag_runs(DAILY, order_by=["logical_date"], run_type=["backfill"])
whole("its runs")
show("cancelled", backfills.cancel_backfill(backfill).completed_at is not None)
refused("cancelled again", lambda: backfills.cancel_backfill(backfill))
show("runs of the cancelled", [run.state.value for run in runs.get_dag_runs(DAILY, run_type=["backfill"]).dag_runs])

calls.PoolApi(client).get_pools()
whole("pools")
calls.VariableApi(client).get_variables()
whole("variables")
