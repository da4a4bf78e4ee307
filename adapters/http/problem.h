#pragma once
// RFC 9457: how every refusal reads.

#include "adapters/http/message.h"

namespace dandori::http {

/// An answer of `application/problem+json`; `title` is a short code or the status's own words, `detail` one sentence
/// for the person, `instance` the request's path.
Response problem(int status, std::string_view title, std::string_view detail, std::string_view instance);

/// The same with the word as title that clients of Camunda 8 look for, or the status's own words.
Response problem(int status, std::string_view detail, const Request&);

/// `text` as a JSON string with its quotes.
std::string json_string(std::string_view text);

}  // namespace dandori::http
