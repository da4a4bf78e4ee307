#pragma once
#include "adapters/postgres/connection.h"
#include "adapters/sql/migration.h"

namespace dandori::postgres {

/// Brings the schema forward (adapters/sql/migration.h) in one transaction of its own. The caller has the server's lock, so that two
/// programs that start at once don't both do it.
void bring_forward(Connection& connection, const sql::Schema& schema);

}  // namespace dandori::postgres
