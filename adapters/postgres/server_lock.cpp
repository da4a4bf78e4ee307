#include "adapters/postgres/server_lock.h"

#include <chrono>
#include <thread>

namespace dandori::postgres {
namespace {

constexpr int tries_max = 30;
constexpr std::chrono::milliseconds between_tries{100};

// Two halves of one number: ours among all users of advisory locks in the database, and the schema.
constexpr auto lock_number = "(1146244964::bigint << 32) | (SELECT oid::bigint FROM pg_namespace WHERE nspname = current_schema())";

constexpr auto holder_query =
    "SELECT a.pid, a.application_name, coalesce(host(a.client_addr), 'this machine'), to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SSOF') "
    "FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND l.granted AND l.classid = 1146244964 AND l.objsubid = 1 "
    "AND l.objid = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) "
    "AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())";

bool try_lock(Connection& connection) {
    static const std::string text = std::string("SELECT pg_try_advisory_lock(") + lock_number + ")";
    return std::string_view(connection.execute(text)[0][0].c_str()) == "t";
}

[[noreturn]] void tell_who_has_it(Connection& connection, const Address& address) {
    const auto holder = connection.execute(holder_query);
    const auto who = holder.empty() ? std::string()
                                    : " (" + std::string(holder[0][1].c_str()) + " on " + holder[0][2].c_str() + ", session " + holder[0][0].c_str() +
                                          " since " + holder[0][3].c_str() + ")";
    throw Fault("The store " + address.described + " is in use by another server" + who +
                    ". Stop that one first, or name another database or schema=NAME.",
                Fault::Kind::Refused);
}

}  // namespace

void lock_for_server(Connection& connection, const Address& address, const std::string& program_name, int old_session) {
    if (old_session != 0)
        connection.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = $1 AND application_name = $2",
                       {std::int64_t{old_session}, program_name});
    // The session of a program that was killed a moment ago goes in a moment.
    for (int tries = 0; tries < tries_max; ++tries) {
        if (try_lock(connection)) return;
        std::this_thread::sleep_for(between_tries);
    }
    tell_who_has_it(connection, address);
}

void take_lock_from_others(Connection& connection, const Address& address) {
    for (int tries = 0; tries < tries_max; ++tries) {
        if (try_lock(connection)) return;
        for (const auto& holder : connection.execute(holder_query))
            connection.run("SELECT pg_terminate_backend($1::int)", {holder[0].as<std::int64_t>()});
        std::this_thread::sleep_for(between_tries);
    }
    tell_who_has_it(connection, address);
}

}  // namespace dandori::postgres
