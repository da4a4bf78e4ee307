#pragma once
// For a store that no engine runs on: what `dandori user` does while the server is stopped.

#include "engine/port/store.h"

namespace dandori::engine {

/// Writes default_rows() where there is no role yet.
void add_default_rows(Store&);

/// Adds a person, or writes the one of this name anew, as a member of `groups`; those that aren't there are added.
void put_person(Store&, const User&, const std::vector<std::string>& groups);

}  // namespace dandori::engine
