#pragma once
#include <string>
#include <string_view>

#include "engine/failure.h"

namespace dandori::postgres {

/// Where the database is and how to get in.
struct Address {
    std::string connection;  ///< for libpq; may hold a password
    std::string schema;      ///< of our tables; empty: what the server chooses for the role
    std::string described;   ///< for messages: without any secret
};

/// Whether a store's address is one of ours: `postgres://...`, `postgresql://...`, `service=NAME`.
bool is_address(std::string_view text);

/// Reads it: all that libpq knows, and `schema=NAME` among the parameters. Time limits for the connection are added where none are
/// given. The Failure never repeats the address, which may hold a password.
Result<Address> read_address(const std::string& text);

}  // namespace dandori::postgres
