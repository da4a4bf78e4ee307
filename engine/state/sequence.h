#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// Counts the commits that changed who may do what, so that whoever keeps a copy of that knows when it is old.
inline constexpr std::string_view directory_sequence = "directory";

/// A counter that never goes back: `key` for the keys of all rows, `INC-R08` for the case numbers of a kind and fiscal year.
struct Sequence {
    std::string name;
    std::int64_t next = 1;

    static constexpr std::string_view table = "sequence";
    static constexpr auto fields() {
        using R = Sequence;
        return Fields{field("name", &R::name), field("next", &R::next)};
    }
    bool operator==(const Sequence&) const = default;
};

}  // namespace dandori::engine
