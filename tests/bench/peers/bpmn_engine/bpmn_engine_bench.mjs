// bpmn-engine runs instances of a process in memory: prints the CPU time of one in microseconds, and its elements, as JSON. The model
// is parsed once, as a server would.
//
//     node bpmn_engine_bench.mjs MODEL INSTANCES
import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import { Engine } from "bpmn-engine";

const [model, count] = process.argv.slice(2);
const parsed = new Engine({ name: "parsed", source: readFileSync(model, "utf8") });
const [definitions] = await parsed.getDefinitions();
const ofModel = new Set(["bpmn:StartEvent", "bpmn:EndEvent", "bpmn:ScriptTask", "bpmn:ExclusiveGateway"]);

/** Runs one instance; its number of elements. */
async function run() {
  let elements = 0;
  const listener = new EventEmitter();
  listener.on("activity.end", (activity) => {
    if (ofModel.has(activity.type)) elements += 1;
  });
  const engine = new Engine({ name: "bench", sourceContext: definitions.environment.options.source });
  const execution = await engine.execute({ listener });
  if (execution.state !== "idle" && engine.state === "running") await engine.waitFor("end");
  return elements;
}

let elements = 0;
for (let i = 0; i < Math.max(count / 10, 1); i += 1) elements = await run();
const before = process.cpuUsage();
for (let i = 0; i < Number(count); i += 1) await run();
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ cpu_us: (user + system) / Number(count), elements }));
