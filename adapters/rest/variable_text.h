#pragma once
#include <boost/json/value.hpp>

#include "adapters/rest/json_text.h"
#include "engine/failure.h"
#include "engine/port/query.h"
#include "engine/state/variable.h"

namespace dandori::rest {

struct Call;

/// Characters of a value that a search shows, unless it is asked for all of it.
inline constexpr std::size_t value_characters_max = 8'191;

/// Whether the query parameter `truncateValues` lets long values be cut; that is so unless it is `false`.
Result<bool> cuts_values(const Call&);

/// The filter `isTruncated`: whether a search cuts the value.
Result<bool> truncated_filter(std::string_view name, const boost::json::value& value, engine::Group& group);

/// The members of a variable, its value cut or not.
void write_variable(JsonText&, const engine::Variable&, bool cut);

/// Answers `{"items": [variables], "page": ...}` for the first page of a search that was made in memory.
std::string variables_text(const std::vector<engine::Variable>& page, std::size_t total, bool cut);

}  // namespace dandori::rest
