"""next_runs.py FOLDER FROM UNTIL [FROM UNTIL ...]: what Airflow makes of the YAML files of a folder.

Prints dag id, run id, logical date, interval start and end and run_after of every scheduled run whose run_after lies in
one of the windows, all runs since the start date counted as with catchup; a file that cannot be loaded prints its error.
"""
import sys
from pathlib import Path

import pendulum
from dagfactory import load_yaml_dags

from airflow.serialization.serialized_objects import DagSerialization
from airflow.timetables.base import TimeRestriction
from airflow.utils.types import DagRunType


def load(folder):
    for file in sorted(folder.rglob("*.y*ml")):
        dags = {}
        try:
            load_yaml_dags(globals_dict=dags, config_filepath=str(file), defaults_config_path=str(folder))
            for dag in dags.values():
                dag.validate()
        except Exception as error:
            print(f"{file.name}: {type(error).__name__}: {error}")
            continue
        yield from (DagSerialization.deserialize_dag(DagSerialization.serialize_dag(dag)) for dag in dags.values())


def runs(dag, until):
    restriction, last = TimeRestriction(dag.start_date, dag.end_date, catchup=True), None
    while run := dag.timetable.next_dagrun_info(last_automated_data_interval=last, restriction=restriction):
        if run.run_after > until:
            return
        last = run.data_interval
        yield run


def line(dag, run):
    interval = run.data_interval
    run_id = dag.timetable.generate_run_id(
        run_type=DagRunType.SCHEDULED, run_after=run.run_after, data_interval=interval
    )
    dates = (run.logical_date, interval.start, interval.end, run.run_after)
    return " ".join([dag.dag_id, run_id, *(date.isoformat() for date in dates)])


instants = [pendulum.parse(text) for text in sys.argv[2:]]
dags = list(load(Path(sys.argv[1]).resolve()))
for start, until in zip(instants[::2], instants[1::2]):
    for dag in dags:
        for run in runs(dag, until):
            if run.run_after >= start:
                print(line(dag, run))
