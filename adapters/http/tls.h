#pragma once
#include <boost/asio/ssl/context.hpp>

#include "adapters/http/server.h"

namespace dandori::http {

/// Server-side TLS by Mozilla's "intermediate" recommendation (server-side TLS guidelines 5.7): 1.2 with forward secrecy and
/// authenticated encryption only, and 1.3. Throws std::runtime_error that names the file which can't be used and why.
boost::asio::ssl::context tls_context(const TlsSettings&);

}  // namespace dandori::http
