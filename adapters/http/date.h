#pragma once
#include <string>

#include "engine/instant.h"

namespace dandori::http {

/// RFC 9110, 5.6.7: `Thu, 02 Apr 2026 01:00:00 GMT`, for Date, Last-Modified and Expires.
std::string http_date(Instant);

}  // namespace dandori::http
