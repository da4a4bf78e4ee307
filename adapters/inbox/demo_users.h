#pragma once
#include "adapters/inbox/accounts.h"
#include "engine/failure.h"

namespace dandori::inbox {

/// Adds the people of a file like processes/demo/users.json, all with one password, but only where there is no account
/// at all: trying the program out must never change a real one. Gives how many were added; a failure says what is wrong
/// with the text or the password.
Result<std::size_t> seed_users(Accounts&, const std::string& json, const std::string& password);

}  // namespace dandori::inbox
