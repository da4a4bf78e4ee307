#pragma once
#include <map>
#include <set>
#include <string>

#include "engine/port/store.h"

namespace dandori::people {

/// Candidate groups that the newest version of each deployed process names, with the ids of these processes. Groups that are put together
/// from variables while a case runs are not among them.
std::map<std::string, std::set<std::string>> named_groups(engine::Reader&);

/// The groups in the text of an attribute `candidateGroups`: a list with commas, or the whole names that stand in quotes in an expression.
std::set<std::string> groups_in(const std::string& attribute);

}  // namespace dandori::people
