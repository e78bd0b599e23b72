"""same_states.py URL USER PASSWORD: one run of check_states through REST API v2, then a clear; prints every state.

The same calls go to a real Airflow and to our scheduler; the printed lines must be equal.
"""
import json
import sys
import time
import urllib.error
import urllib.request

url, user, password = sys.argv[1:4]
dag, run = "check_states", "checked"
token = None


def call(method, path, body=None):
    request = urllib.request.Request(url + path, method=method, data=None if body is None else json.dumps(body).encode())
    request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def until(condition, what, seconds):
    end = time.monotonic() + seconds
    while True:
        try:
            found = condition()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            found = None
        if found:
            return found
        if time.monotonic() > end:
            sys.exit(f"{url}: no {what} within {seconds} seconds")
        time.sleep(0.5)


def finished():
    answer = call("GET", f"/api/v2/dags/{dag}/dagRuns/{run}")
    return answer if answer["state"] in ("success", "failed") else None


def show(moment):
    state = until(finished, "end of the run", 300)["state"]
    print(f"{moment}: run {state}")
    tasks = call("GET", f"/api/v2/dags/{dag}/dagRuns/{run}/taskInstances?limit=100")["task_instances"]
    for task in sorted(tasks, key=lambda each: each["task_id"]):
        print(f"  {task['task_id']:15} {task['state']:16} try {task['try_number']} of {task['max_tries'] + 1}")
    tries = call("GET", f"/api/v2/dags/{dag}/dagRuns/{run}/taskInstances/broken/tries")["task_instances"]
    print("  tries of broken:", ", ".join(f"{each['try_number']} {each['state']}" for each in tries))


token = until(lambda: call("POST", "/auth/token", {"username": user, "password": password}), "token", 120)["access_token"]
until(lambda: call("GET", f"/api/v2/dags/{dag}"), "DAG", 120)
call("PATCH", f"/api/v2/dags/{dag}", {"is_paused": False})
call("POST", f"/api/v2/dags/{dag}/dagRuns", {"logical_date": None, "dag_run_id": run, "conf": {"word": "hello"}})
show("first")
cleared = call(
    "POST",
    f"/api/v2/dags/{dag}/clearTaskInstances",
    {"dry_run": False, "dag_run_id": run, "task_ids": ["broken"], "include_downstream": True, "only_failed": False},
)
print("cleared:", ", ".join(sorted(each["task_id"] for each in cleared["task_instances"])))
show("after the clear")
