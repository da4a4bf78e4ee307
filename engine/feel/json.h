#pragma once
// FEEL's values as JSON, as the variables of processes and the API carry them.

#include <string>
#include <string_view>

#include "engine/failure.h"
#include "engine/feel/value.h"

namespace dandori::feel {

inline constexpr std::size_t json_size_max = 64 << 20;  ///< bytes
inline constexpr std::size_t json_depth_max = 200;

/// Reads one JSON value; numbers keep their 34 digits. Refuses what is larger or deeper than the bounds above.
Result<Value> from_json(std::string_view text);

/// Dates, times and durations as their ISO 8601 text, ranges and functions as FEEL's text. Numbers are exact.
std::string to_json(const Value&);

/// A text as JSON, quoted, put behind what is there.
void append_json(std::string& json, std::string_view text);

}  // namespace dandori::feel
