#pragma once
// What a command would do, for those who ask before they do it.

#include <optional>
#include <vector>

#include "engine/state/rows.h"

namespace dandori::engine {

/// One row that a command would write or delete. Created: only `after` is there; deleted: only `before`.
struct Effect {
    std::optional<AnyRow> before;
    std::optional<AnyRow> after;
};

/// In the order of the kinds of rows, and within a kind in that of their keys.
using Effects = std::vector<Effect>;

}  // namespace dandori::engine
