#pragma once
// What was done in a time, as lists that FEEL counts. README.md names the members of each.

#include <boost/json.hpp>
#include <string>
#include <vector>

#include "engine/failure.h"
#include "engine/port/store.h"

namespace dandori::figures {

/// From `from` on, before `until`.
struct Period {
    Instant from, until;
};

/// Longer lists are refused: a report over so much needs a shorter time.
inline constexpr std::size_t rows_max = 200'000;

/// What is told of cases.
struct CaseSelection {
    std::vector<std::string> variables;  ///< names of variables that each case brings
    std::vector<std::string> kinds;      ///< `MNT` for those with numbers `MNT-...`; empty: all
};

/// `mails`, `cases`, `openCases`, `tasks`, `decisions` of the period, those of them whose names occur in `expression`. Fails (Bounds) where a list would be too long. Reads what was committed; on a large store it takes a while.
Result<boost::json::object> records_of(engine::Reader&, const Period&, const CaseSelection&, std::string_view expression);

}  // namespace dandori::figures
