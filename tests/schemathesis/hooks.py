"""What schemathesis has to know besides the description: how a mail is written, and which keys there are.

Half of the keys it makes up are replaced by those of things that exist, so that more than 404 is tried.
"""
import os
import random
import threading

import requests
import schemathesis

MODELS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "clients", "models")
CALLS_PER_VISIT = 300
CHANCE = random.Random(1)

# Where things with such a key are searched for.
RESOURCES = {
    "processDefinitionKey": "process-definitions", "processInstanceKey": "process-instances", "elementInstanceKey": "element-instances",
    "jobKey": "jobs", "userTaskKey": "user-tasks", "incidentKey": "incidents", "variableKey": "variables",
    "batchOperationKey": "batch-operations", "decisionDefinitionKey": "decision-definitions",
    "decisionRequirementsKey": "decision-requirements", "decisionEvaluationInstanceKey": "decision-instances",
    "decisionEvaluationKey": "decision-instances",
}

keys = {}
calls = 0
visiting = threading.Lock()


@schemathesis.serializer("message/rfc822")
def mail(context, value):
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogateescape")


def ask(base, path, **what):
    answer = requests.post(base + "/v2" + path, timeout=30, **what)
    return answer.json() if answer.ok and answer.content else {}


def work(base):
    """Keeps something going: orders that wait, have failed, wait for a person, are over."""
    names = ("order.bpmn", "discount.dmn", "order-check.form", "shop.bpmn", "choices.bpmn")
    files = []
    for name in names:
        with open(os.path.join(MODELS, name), "rb") as file:
            files.append(("resources", (name, file.read())))
    ask(base, "/deployments", files=files)
    for process in ("order", "order", "choices", "shop"):
        ask(base, "/process-instances", json={"processDefinitionId": process, "variables": {"orderId": str(calls), "amount": calls}})
    ask(base, "/decision-definitions/evaluation", json={"decisionDefinitionId": "discount", "variables": {"amount": 5}})
    jobs = ask(base, "/jobs/activation", json={"type": "charge", "timeout": 1000, "maxJobsToActivate": 4, "requestTimeout": -1})
    for place, job in enumerate(jobs.get("jobs", [])):
        if place % 2:
            ask(base, f"/jobs/{job['jobKey']}/failure", json={"retries": 0})
        else:
            ask(base, f"/jobs/{job['jobKey']}/completion")
            ask(base, "/messages/correlation", json={"name": "paid", "correlationKey": job["variables"].get("orderId", "")})


def visit(base):
    work(base)
    for name, resource in RESOURCES.items():
        found = ask(base, f"/{resource}/search", json={"page": {"limit": 50}}).get("items", [])
        keys[name] = [row[name] for row in found if row.get(name)]


def known_instead(values):
    for name in list(values):
        if keys.get(name) and CHANCE.random() < 0.5:
            values[name] = CHANCE.choice(keys[name])


@schemathesis.hook
def before_call(context, case, kwargs):
    global calls
    with visiting:
        if calls % CALLS_PER_VISIT == 0:
            visit(case.operation.base_url.rstrip("/"))
        calls += 1
    # What is deliberately wrong stays so.
    if case.meta and case.meta.generation.mode.is_negative:
        return
    known_instead(case.path_parameters or {})
    if isinstance(case.body, dict):
        known_instead(case.body)
        # Nothing is waited for.
        if case.operation.path == "/v2/jobs/activation":
            case.body["requestTimeout"] = -1
        if case.body.get("awaitCompletion") is True:
            case.body["awaitCompletion"] = False
