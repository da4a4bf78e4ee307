// Measures feelin on what `feel_bench --cases` lists, given as JSON on standard input; prints one JSON object.
//
// feelin has no step of its own for parsing that is kept: evaluate() reads the text each time. So evaluate_ns has a parse in it,
// parse_ns is the parse alone. It has no decision tables; a table here is its unaryTest() for each cell of a rule until one is
// false, rule by rule until one matches, then evaluate() of the output: what a table made of feelin must do at least.
import { evaluate, parseExpression, unaryTest } from 'feelin';
import { readFileSync } from 'node:fs';

const cases = JSON.parse(readFileSync(0, 'utf8'));
const context = { ...cases.variables, due: evaluate('date("2026-04-01")', {}).value };

// Nanoseconds a turn, over a fifth of a second after as much again to warm up.
function cost(work) {
  let turns = 1;
  for (const measured of [false, true]) {
    const end = process.hrtime.bigint() + 200_000_000n;
    const begin = process.hrtime.bigint();
    turns = 0;
    while (process.hrtime.bigint() < end) {
      for (let turn = 0; turn < 10; ++turn) work();
      turns += 10;
    }
    if (measured) return Number(process.hrtime.bigint() - begin) / turns;
  }
}

// Once, for what takes so long that ten turns would take minutes.
function costOnce(work) {
  work();
  const begin = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - begin);
}

function decide(table) {
  for (const [amount, kind, output] of table.rules) {
    if (!unaryTest(amount, { '?': table.amount }).value) continue;
    if (unaryTest(kind, { '?': table.kind }).value) return evaluate(output, {}).value;
  }
}

const result = { expressions: [], tables: [] };
for (const name of cases.expressions) {
  const { value, warnings } = evaluate(name, context);
  if (value === null) throw new Error(`feelin gives null for ${name}: ${JSON.stringify(warnings)}`);
  result.expressions.push({
    name,
    ns: cost(() => evaluate(name, context)),
    parse_ns: cost(() => parseExpression(name, context)),
  });
}
for (const table of cases.tables) {
  const found = decide(table);
  if (found !== table.rules.length / 2) throw new Error(`feelin decides ${table.name} as ${found}`);
  result.tables.push({ name: table.name, ns: (table.rules.length > 100 ? costOnce : cost)(() => decide(table)) });
}
console.log(JSON.stringify(result));
