#pragma once
#include <string_view>

namespace dandori::http {

/// The words RFC 9110 gives a status; "Status" for one it doesn't name.
std::string_view reason_phrase(int status);

}  // namespace dandori::http
