#pragma once
#include "adapters/rest/call.h"

namespace dandori::rest {

/// `targetProcessDefinitionKey` and `mappingInstructions`, of one instance or of many.
Result<engine::MigrationPlan> read_migration_plan(Body& body);

/// Starts it and answers with its key.
void submit_batch(Call&, engine::StartBatchOperation);

}  // namespace dandori::rest
