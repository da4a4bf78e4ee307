#pragma once
#include <boost/json/value.hpp>
#include <tl/expected.hpp>

#include "adapters/http/message.h"

namespace dandori::http {

/// Lists and objects in one another deeper than this are refused.
inline constexpr std::size_t json_depth_max = 100;

/// The body as JSON; `null` where there is none. 415 where the content type is another one, 400 where it can't be read,
/// with the place of the fault.
tl::expected<boost::json::value, Response> json_body(const Request&);

/// The text of a member's value within `object`, the text of a valid JSON object, exactly as it came (numbers keep all
/// their digits); none where there is no such member. Of a name that comes twice the last counts, as in json_body().
std::optional<std::string_view> json_member_text(std::string_view object, std::string_view name);

/// The same for the elements of a list, `array` being the text of a valid JSON array.
std::vector<std::string_view> json_element_texts(std::string_view array);

}  // namespace dandori::http
