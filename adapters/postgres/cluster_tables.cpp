#include "adapters/postgres/cluster_tables.h"

namespace dandori::postgres {

void make_cluster_tables(Connection& connection, const std::string& id, const std::string& secret) {
    {
        Transaction transaction(connection, "BEGIN");
        // CREATE TABLE IF NOT EXISTS alone fails when two do it at the same time.
        connection.execute("SELECT pg_advisory_xact_lock(1146244965, hashtext(current_schema()))");
        connection.execute(
            "CREATE TABLE IF NOT EXISTS cluster (is_one boolean PRIMARY KEY CHECK (is_one), id text NOT NULL, secret text NOT NULL); "
            "CREATE TABLE IF NOT EXISTS cluster_member (name text PRIMARY KEY, incarnation text NOT NULL, url text NOT NULL, "
            "version text NOT NULL, seen_at timestamptz NOT NULL); "
            "CREATE TABLE IF NOT EXISTS cluster_leader (is_one boolean PRIMARY KEY CHECK (is_one), epoch bigint NOT NULL, "
            "incarnation text NOT NULL, url text NOT NULL, lease_ends_at timestamptz NOT NULL); "
            "INSERT INTO cluster_leader VALUES (true, 0, '', '', '-infinity') ON CONFLICT DO NOTHING");
        transaction.commit();
    }
    connection.run("INSERT INTO cluster VALUES (true, $1, $2) ON CONFLICT DO NOTHING", {id, secret});
}

void end_lease(Connection& connection, std::int64_t epoch, const std::string& incarnation) {
    connection.run("UPDATE cluster_leader SET lease_ends_at = '-infinity' WHERE epoch = $1::bigint AND incarnation = $2", {epoch, incarnation});
}

}  // namespace dandori::postgres
