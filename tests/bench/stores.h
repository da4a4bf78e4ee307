#pragma once
// The stores that are measured, by name.

#include <memory>
#include <string>

#include "engine/port/store.h"

namespace dandori::bench {

/// `memory`: searchable, nothing survives. `encoded`: every row as bytes, as a journal would hold it, and only counted after that.
/// `sqlite`: a file in `folder`, as the program is shipped. `postgres`: an empty schema `bench` of the server of postgres_server.h. Throws std::invalid_argument for any other name.
std::unique_ptr<engine::Store> open_store(const std::string& name, const std::string& folder);

}  // namespace dandori::bench
