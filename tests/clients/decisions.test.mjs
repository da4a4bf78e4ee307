// Decisions and expressions, through the client.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { deployOrder, modelText, now, orderToCheck, refused, startCluster, strictClient } from './support/cluster.mjs';

let cluster;
let client;
let deployed;
before(async () => {
  cluster = await startCluster();
  client = strictClient(cluster);
  deployed = await deployOrder(client);
});
after(() => cluster.stop());

test('a decision is evaluated by its id and by its key', async () => {
  const [{ decisionDefinitionKey }] = deployed.decisions;
  const byId = await client.evaluateDecision({ decisionDefinitionId: 'discount', variables: { amount: 1000 } });
  assert.deepEqual([byId.output, byId.decisionDefinitionVersion, byId.evaluatedDecisions.length], ['10', 1, 1]);
  const [{ matchedRules, evaluatedInputs }] = byId.evaluatedDecisions;
  assert.deepEqual(
    [matchedRules[0].ruleId, matchedRules[0].ruleIndex, evaluatedInputs[0].inputValue],
    ['large', 1, '1000'],
  );
  const byKey = await client.evaluateDecision({ decisionDefinitionKey, variables: { amount: 5 } });
  assert.equal(byKey.output, '0');
  await refused(client.evaluateDecision({ decisionDefinitionId: 'nothing', variables: {} }), 404, 'NOT_FOUND');
});

test('definitions and requirements are found and read', async () => {
  const [{ decisionDefinitionKey, decisionRequirementsKey }] = deployed.decisions;
  const definitions = await client.searchDecisionDefinitions({ filter: { decisionDefinitionId: 'discount' } }, now);
  assert.equal(definitions.items[0].decisionDefinitionKey, decisionDefinitionKey);
  assert.equal((await client.getDecisionDefinition({ decisionDefinitionKey }, now)).name, 'Discount');
  assert.equal(await client.getDecisionDefinitionXml({ decisionDefinitionKey }, now), modelText('discount.dmn'));
  const requirements = await client.searchDecisionRequirements({ sort: [{ field: 'version', order: 'DESC' }] }, now);
  assert.equal(requirements.items[0].decisionRequirementsKey, decisionRequirementsKey);
  assert.equal((await client.getDecisionRequirements({ decisionRequirementsKey }, now)).resourceName, 'discount.dmn');
  assert.equal(await client.getDecisionRequirementsXml({ decisionRequirementsKey }, now), modelText('discount.dmn'));
});

test('what a process decided is kept, and can be deleted', async () => {
  const { processInstanceKey } = await orderToCheck(client, 'decided');
  const { items } = await client.searchDecisionInstances({ filter: { processInstanceKey, state: 'EVALUATED' } }, now);
  assert.deepEqual([items.length, items[0].result, items[0].decisionDefinitionType], [1, '10', 'DECISION_TABLE']);
  const { decisionEvaluationInstanceKey, decisionEvaluationKey } = items[0];
  const instance = await client.getDecisionInstance({ decisionEvaluationInstanceKey }, now);
  assert.deepEqual(
    [instance.evaluatedInputs[0].inputName, instance.matchedRules[0].evaluatedOutputs[0].outputValue],
    ['Amount', '10'],
  );
  await client.deleteDecisionInstance({ decisionEvaluationKey });
  await refused(client.getDecisionInstance({ decisionEvaluationInstanceKey }, now), 404, 'NOT_FOUND');
});

test('an expression is evaluated by itself', async () => {
  const answer = await client.evaluateExpression({ expression: '=amount * 2', variables: { amount: 21 } });
  assert.equal(answer.result, 42);
  await refused(client.evaluateExpression({ expression: '=1 +' }), 400, 'INVALID_ARGUMENT');
});
