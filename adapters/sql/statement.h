#pragma once
#include <string>
#include <vector>

#include "engine/state/field.h"

namespace dandori::sql {

/// SQL text and the values for its numbered parameters. What comes from outside is always a parameter, never text.
struct Statement {
    std::string text;
    std::vector<engine::Cell> parameters;
    bool operator==(const Statement&) const = default;
};

}  // namespace dandori::sql
