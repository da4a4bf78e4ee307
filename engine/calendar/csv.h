#pragma once
// Tables of the reference data: comma separated values, a heading line, fields with commas in quotes.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/failure.h"

namespace dandori::calendar {

inline constexpr std::size_t csv_size_max = 1 << 20;  ///< bytes

struct CsvRow {
    int line = 0;                                            ///< from 1, for messages
    std::map<std::string, std::string, std::less<>> fields;  ///< by the heading's names

    const std::string& operator[](std::string_view column) const;
};

/// Failure: Syntax with the line if a column is missing or a quote stays open, or Bounds. `what` names the table.
Result<std::vector<CsvRow>> read_csv(std::string_view text, const std::vector<std::string>& columns,
                                     std::string_view what);

}  // namespace dandori::calendar
