"""load_exported.py LOADERS PLAIN: loads both exports as Airflow does; equal DAGs expected, and no import error.

LOADERS holds the YAML files with a loader each, PLAIN the plain Python DAGs. Compared is the serialized DAG without what
differs by nature: file names, the documentation and the tag that dag-factory adds, and the order of lists without one.
"""
import json
import runpy
import sys
from pathlib import Path

from airflow.sdk import DAG
from airflow.serialization.serialized_objects import DagSerialization

BY_NATURE = {"fileloc", "relative_fileloc", "doc_md", "tags", "bundle_name"}


def load(folder):
    """Every DAG of the Python files of a folder by id; counts the files that fail."""
    dags, failures = {}, 0
    for file in sorted(folder.rglob("*.py")):
        try:
            found = [value for value in runpy.run_path(str(file)).values() if isinstance(value, DAG)]
            for dag in found:
                dag.validate()
                dags[dag.dag_id] = dag
            if not found:
                raise ValueError("no DAG in it")
        except Exception as error:
            failures += 1
            print(f"{file.name}: {type(error).__name__}: {error}")
    return dags, failures


def plain(dag):
    fields = {key: value for key, value in DagSerialization.to_dict(dag)["dag"].items() if key not in BY_NATURE}
    fields["tags"] = sorted(set(dag.tags) - {"dagfactory"})
    return normal(fields)


def normal(value):
    if isinstance(value, dict):
        return {key: normal(each) for key, each in value.items()}
    if isinstance(value, list):
        return sorted((normal(each) for each in value), key=lambda each: json.dumps(each, sort_keys=True, default=str))
    return value


def main(loaders, plains):
    (by_loader, failed), (by_plain, failed_plain) = load(loaders), load(plains)
    different = sorted(set(by_loader) ^ set(by_plain))
    for dag_id in different:
        print(f"{dag_id}: only one of the two exports has it")
    for dag_id in sorted(set(by_loader) & set(by_plain)):
        one, other = plain(by_loader[dag_id]), plain(by_plain[dag_id])
        keys = [key for key in sorted(set(one) | set(other)) if one.get(key) != other.get(key)]
        for key in keys:
            print(f"{dag_id}: {key} differs\n  YAML   {one.get(key)}\n  Python {other.get(key)}")
        different += [dag_id] if keys else []
    print(
        f"exports: {len(by_loader)} DAGs of loaders, {len(by_plain)} of plain Python, "
        f"{failed + failed_plain} import errors, {len(different)} differ"
    )
    return failed + failed_plain + len(different) or len(by_loader) == 0


sys.exit(1 if main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()) else 0)
