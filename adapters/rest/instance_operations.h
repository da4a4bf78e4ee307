#pragma once
#include "adapters/rest/body.h"
#include "engine/runtime/command.h"

namespace dandori::rest {

/// `targetProcessDefinitionKey` and `mappingInstructions`, of one instance or of many.
Result<engine::MigrationPlan> read_migration_plan(Body& body);

}  // namespace dandori::rest
