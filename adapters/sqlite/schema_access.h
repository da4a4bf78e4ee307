#pragma once
#include "adapters/sql/migration.h"
#include "adapters/sqlite/connection.h"

namespace dandori::sqlite {

/// Brings the schema of a file forward (adapters/sql/migration.h) in one transaction of its own.
void bring_forward(Connection& connection, const sql::Schema& schema);

}  // namespace dandori::sqlite
