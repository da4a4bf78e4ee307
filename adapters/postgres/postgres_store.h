#pragma once
#include <chrono>
#include <optional>
#include <random>

#include "adapters/postgres/batch_writer.h"
#include "adapters/postgres/search.h"
#include "adapters/sql/migration.h"
#include "engine/port/store.h"

namespace dandori::postgres {

/// The rows in one schema of a PostgreSQL database. One server at a time; reading with other programs is allowed.
///
/// A lost connection is made anew, and a batch whose commit was cut off is looked up by its number: it is written again only where it
/// is certain that it isn't there.
class PostgresStore final : public engine::Store {
  public:
    /// Connects, makes the tables where there are none, and brings an older schema forward. Throws std::runtime_error where the
    /// server can't be reached or used, the schema is another server's or was made by a newer program. `patience`: how long a commit
    /// or search waits for a server that has gone away.
    explicit PostgresStore(Address address, const sql::Schema& schema = sql::current_schema(),
                           std::chrono::milliseconds patience = std::chrono::seconds(30));

    struct Reading {};
    /// Only reads, until begin_to_write(): for a server that follows another. Nothing is connected yet.
    PostgresStore(Reading, Address address, const sql::Schema& schema = sql::current_schema(),
                  std::chrono::milliseconds patience = std::chrono::seconds(10));

    /// Ends the session of whoever writes, and makes itself ready to: as the first constructor does, which leaves others alone. Neither may be
    /// called while commit() or search() runs.
    void begin_to_write();
    void cease_to_write();

    /// Throws Fault, having written nothing, where PostgreSQL can't (`is_full()`: no space left); the next commit may succeed. Throws
    /// engine::InDoubt where the connection was lost in mid-commit and the server could not be asked within the time of patience.
    void commit(const engine::Batch& batch) override;
    engine::Found<engine::AnyRow> search(std::size_t kind, const engine::Query& query) override;
    engine::Reader& reader() override { return readers_; }

  private:
    struct Session {
        explicit Session(Connection opened) : connection(std::move(opened)), batches(connection) {}
        Connection connection;
        BatchWriter batches;
    };
    void begin_first_session(Connection connection);
    void begin_session(Connection connection);
    /// The session, made anew where it was lost.
    Session& session();
    bool is_connected() const { return session_ && session_->connection.is_alive(); }

    const Address address_;
    const sql::Schema& schema_;
    std::chrono::milliseconds patience_;
    std::mt19937_64 random_;
    std::string program_name_;
    bool writes_ = false;
    std::unique_ptr<Session> session_;
    int old_process_ = 0;             ///< of the session before
    std::int64_t last_number_ = 0;    ///< of the batch committed last
    std::optional<std::int64_t> doubtful_number_;  ///< of a batch that may be committed
    ReaderPool readers_;
};

}  // namespace dandori::postgres
