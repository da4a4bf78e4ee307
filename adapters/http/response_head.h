#pragma once
#include <string>
#include <string_view>

#include "adapters/http/message.h"

namespace dandori::http {

/// How the client learns where the body ends (RFC 9112, 6.3).
enum class Framing { Length, Chunked, UntilClosed };

/// The status line and the headers; those about the connection, the length and the date are ours.
std::string head_of(const Response& response, bool keep_alive, Framing framing);

/// One chunk of a body in chunks (RFC 9112, 7.1). `part` isn't empty.
std::string chunk_of(std::string_view part);

}  // namespace dandori::http
