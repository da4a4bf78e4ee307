#pragma once
// Who may see what. Searches are limited within the query, so that pages and counts are right.

#include "adapters/http/guard.h"
#include "engine/port/query.h"

namespace dandori::rest {

/// Members of this group may take jobs and start instances.
inline constexpr std::string_view workers_group = "workers";

/// Without an actor (`--auth none`), and administrators.
bool may_do_everything(const http::Caller&);

bool may_work(const http::Caller&);

/// Administrators and the desk: see every instance, its incidents included, and let what failed try again.
bool may_operate(const http::Caller&);

/// Limits a search in `table` to rows that concern the caller. For the desk: all of every instance. For others: user tasks
/// where they are assignee, candidate, or who completed it; instances, with their elements and variables, that they
/// started or have such a task in. Definitions are everybody's. Of anything else, nothing.
void limit_to_own(engine::Query& query, std::string_view table, const http::Caller& caller);

}  // namespace dandori::rest
