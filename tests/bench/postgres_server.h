#pragma once
// The PostgreSQL server that is measured on: the one whose address is in DANDORI_TEST_POSTGRES, which tests/postgres/run makes.

#include "adapters/postgres/connection.h"

namespace dandori::bench {

/// A schema of the server with nothing in it, and no log records left that come first after a checkpoint. Throws std::runtime_error
/// where the variable names no server.
postgres::Address empty_schema(const std::string& name);
/// Takes it away with all that is in it.
void drop_schema(const std::string& name);

/// What the server has done since it was made.
struct ServerCounts {
    double wal_bytes = 0;
    double statements = 0;  ///< of all clients but this one; needs the server's library pg_stat_statements
    double cpu_seconds = 0;  ///< of all its processes
};

class ServerMeter {
  public:
    ServerMeter();
    /// Since this was called last.
    ServerCounts passed();

  private:
    ServerCounts read();

    postgres::Connection connection_;
    ServerCounts last_;
};

}  // namespace dandori::bench
