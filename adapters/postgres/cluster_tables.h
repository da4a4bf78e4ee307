#pragma once
#include <string>

#include "adapters/postgres/connection.h"

namespace dandori::postgres {

/// Tables of the schema that hold no rows of the engine, for whoever looks whether all tables are known.
inline constexpr std::string_view tables_beside_rows = "('last_batch', 'cluster', 'cluster_member', 'cluster_leader')";

/// Makes the tables that members write, where there are none: `cluster` (one row: id and secret), `cluster_member` (one row each),
/// `cluster_leader` (one row: who leads, under which epoch, until when). Several programs may do so at a time.
void make_cluster_tables(Connection& connection, const std::string& id, const std::string& secret);

/// Lets the lease end now, unless another member has it.
void end_lease(Connection& connection, std::int64_t epoch, const std::string& incarnation);

}  // namespace dandori::postgres
