"""SpiffWorkflow runs instances of a process in memory: prints the CPU time of one in microseconds, and its elements, as JSON.

    spiff_bench.py MODEL PROCESS INSTANCES
"""
import copy
import json
import sys
import time

from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser

model, process, instances = sys.argv[1], sys.argv[2], int(sys.argv[3])
parser = BpmnParser()
parser.add_bpmn_file(model)
spec = parser.get_spec(process)
of_model = {"StartEvent", "EndEvent", "ScriptTask", "ExclusiveGateway"}


def run():
    workflow = BpmnWorkflow(copy.copy(spec))
    workflow.do_engine_steps()
    if not workflow.is_completed():
        raise SystemExit(f"An instance of {process} has not ended.")
    return workflow


for _ in range(max(instances // 10, 1)):
    workflow = run()
elements = sum(1 for task in workflow.get_tasks() if type(task.task_spec).__name__ in of_model)
begin = time.process_time()
for _ in range(instances):
    run()
print(json.dumps({"cpu_us": (time.process_time() - begin) * 1e6 / instances, "elements": elements}))
