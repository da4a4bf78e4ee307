// Users, groups, roles, tenants, authorizations, cluster variables, documents and the audit log, through the client.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { now, password, refused, startCluster, strictClient } from './support/cluster.mjs';

let cluster;
let client;
before(async () => {
  cluster = await startCluster({ accounts: true });
  client = strictClient(cluster, {
    CAMUNDA_AUTH_STRATEGY: 'BASIC',
    CAMUNDA_BASIC_AUTH_USERNAME: 'admin',
    CAMUNDA_BASIC_AUTH_PASSWORD: password,
  });
});
after(() => cluster.stop());

test('a user is made, changed, found and removed', async () => {
  const username = 'sakura';
  await client.createUser({ username, password: 'a long enough password', name: 'Sakura', email: 'sakura@example.jp' });
  await refused(client.createUser({ username, password: 'a long enough password' }), 409, 'ALREADY_EXISTS');
  await client.updateUser({ username, name: 'Sakura M', email: 'sakura@example.jp' });
  assert.equal((await client.getUser({ username }, now)).name, 'Sakura M');
  const found = await client.searchUsers({ filter: { username: { $like: 'saku*' } } }, now);
  assert.deepEqual(
    found.items.map((each) => each.username),
    [username],
  );
  await client.deleteUser({ username });
  await refused(client.getUser({ username }, now), 404, 'NOT_FOUND');
});

test('a group and a role have members', async () => {
  const username = 'joho';
  const groupId = 'clerks';
  const roleId = 'checker';
  await client.createGroup({ groupId, name: 'Clerks', description: 'who check' });
  await client.assignUserToGroup({ groupId, username });
  assert.deepEqual((await client.searchUsersForGroup({ groupId }, now)).items, [{ username }]);
  await client.createRole({ roleId, name: 'Checker' });
  await client.assignRoleToGroup({ roleId, groupId });
  assert.deepEqual((await client.searchGroupsForRole({ roleId }, now)).items, [{ groupId }]);
  assert.deepEqual(
    (await client.searchRolesForGroup({ groupId }, now)).items.map((each) => each.roleId),
    [roleId],
  );
  await client.updateGroup({ groupId, name: 'The clerks', description: '' });
  assert.equal((await client.getGroup({ groupId }, now)).name, 'The clerks');
  await client.unassignRoleFromGroup({ roleId, groupId });
  await client.unassignUserFromGroup({ groupId, username });
  assert.deepEqual((await client.searchUsersForGroup({ groupId }, now)).items, []);
  await client.deleteRole({ roleId });
  await client.deleteGroup({ groupId });
});

test('a tenant and a mapping rule', async () => {
  await client.createTenant({ tenantId: 'blue', name: 'Blue', description: 'a ward' });
  await client.assignUserToTenant({ tenantId: 'blue', username: 'joho' });
  assert.equal((await client.searchUsersForTenant({ tenantId: 'blue' }, now)).items.length, 1);
  assert.equal((await client.getTenant({ tenantId: 'blue' }, now)).name, 'Blue');
  await client.deleteTenant({ tenantId: 'blue' });
  const rule = { mappingRuleId: 'staff', name: 'Staff', claimName: 'department', claimValue: 'is' };
  await client.createMappingRule(rule);
  assert.deepEqual(await client.getMappingRule({ mappingRuleId: 'staff' }, now), rule);
  await client.deleteMappingRule({ mappingRuleId: 'staff' });
});

test('an authorization is given, found and taken back', async () => {
  const { authorizationKey } = await client.createAuthorization({
    ...{ ownerId: 'joho', ownerType: 'USER', resourceType: 'PROCESS_DEFINITION', resourceId: 'order' },
    permissionTypes: ['READ_PROCESS_INSTANCE'],
  });
  const given = await client.getAuthorization({ authorizationKey }, now);
  assert.deepEqual([given.ownerId, given.permissionTypes], ['joho', ['READ_PROCESS_INSTANCE']]);
  const found = await client.searchAuthorizations({ filter: { ownerId: 'joho', ownerType: 'USER' } }, now);
  assert.ok(found.items.some((each) => each.authorizationKey === authorizationKey));
  await client.deleteAuthorization({ authorizationKey });
});

test('a cluster variable is kept for all processes', async () => {
  await client.createGlobalClusterVariable({ name: 'rate', value: { percent: 10 } });
  await client.updateGlobalClusterVariable({ name: 'rate', value: { percent: 8 } });
  assert.equal((await client.getGlobalClusterVariable({ name: 'rate' }, now)).value, '{"percent":8}');
  const found = await client.searchClusterVariables({ filter: { name: 'rate' } }, now);
  assert.deepEqual([found.items[0].scope, found.items[0].isTruncated], ['GLOBAL', false]);
  await client.deleteGlobalClusterVariable({ name: 'rate' });
});

test('a document is kept and given back', async () => {
  const file = new File(['a letter'], 'letter.txt', { type: 'text/plain' });
  const reference = await client.createDocument({ file, metadata: { fileName: 'letter.txt' } });
  const { documentId, storeId, contentHash } = reference;
  assert.deepEqual([reference.metadata.fileName, reference.metadata.size], ['letter.txt', 8]);
  assert.equal(await client.getDocument({ documentId, storeId, contentHash }), 'a letter');
  await client.deleteDocument({ documentId, storeId });
});

test('what was done is told by the audit log', async () => {
  const { items } = await client.searchAuditLogs(
    { filter: { entityType: 'TENANT' }, sort: [{ field: 'timestamp' }] },
    now,
  );
  assert.deepEqual([items[0].operationType, items[0].actorId, items[0].result], ['CREATE', 'admin', 'SUCCESS']);
  const { auditLogKey } = items[0];
  assert.equal((await client.getAuditLog({ auditLogKey }, now)).entityType, 'TENANT');
});
