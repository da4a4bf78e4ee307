#pragma once
#include "engine/port/query.h"
#include "engine/state/actor.h"

namespace dandori::engine {

/// The rows of `table` that the authorizations of `actor` give to be read, by id or property: those of any of these groups; none =
/// all rows. Of a table that nothing gives, no row.
std::optional<std::vector<Group>> visible_groups(std::string_view table, const Actor* actor);

/// With multi-tenancy: only rows of the actor's tenants.
void limit_to_tenants(Query& query, std::string_view table, const Actor* actor);

/// Limits a search in `table` to the rows that `actor` may read: both of the above.
void limit_to_visible(Query& query, std::string_view table, const Actor* actor);

}  // namespace dandori::engine
