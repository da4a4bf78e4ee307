#pragma once
#include <string>

#include "adapters/postgres/connection.h"

namespace dandori::postgres {

/// Keeps a second server away from a schema for as long as the session lives: a session's advisory lock. What the session writes is
/// thereby written by who holds the lock. `old_session`, the process of an earlier session of ours with the same program name, is ended
/// where it is still there: it may be in the middle of a commit, whose outcome is certain once it has gone.
///
/// Throws Fault naming who has the lock.
void lock_for_server(Connection& connection, const Address& address, const std::string& program_name, int old_session);

/// Takes the lock from whoever has it, by ending that session: it can't write any more, whatever its program believes. For who was elected
/// to lead. Throws Fault naming who has the lock where that one takes it again and again.
void take_lock_from_others(Connection& connection, const Address& address);

}  // namespace dandori::postgres
