#pragma once
#include <optional>
#include <string>

#include "engine/port/store.h"

namespace dandori::worker {

/// Whether it may be part of a file's name: 1 to 100 letters, digits, `-` and `_`.
bool is_file_id(const std::string& id);

/// The file of this name that was deployed last, in whichever folder it lies.
std::optional<engine::Resource> newest_file(engine::Reader&, const std::string& name);

}  // namespace dandori::worker
