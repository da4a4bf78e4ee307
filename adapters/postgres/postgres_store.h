#pragma once
#include <atomic>
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
    /// From now on no commit and search waits for a server that has gone away: this one no longer leads. May be called by any thread, also
    /// while they run.
    void lose_patience() { is_patient_ = false; }

    /// Throws Fault, having written nothing, where PostgreSQL can't (`is_full()`: no space left); the next commit may succeed, but where
    /// another server has written while the connection was lost: only after load_anew(). Throws engine::InDoubt where the connection was lost in mid-commit and the server could not be asked within the time of patience.
    void commit(const engine::Batch& batch) override;
    void load_anew() override;
    engine::Found<engine::AnyRow> search(std::size_t kind, const engine::Query& query) override;
    engine::Reader& reader() override { return readers_; }

  private:
    struct Session {
        explicit Session(Connection opened) : connection(std::move(opened)), batches(connection) {}
        Connection connection;
        BatchWriter batches;
    };
    void begin_first_session(Connection connection);
    /// Also where somebody else has written meanwhile.
    void begin_session(Connection connection);
    void connect();
    /// The session, made anew where it was lost. Throws Fault where somebody else has written meanwhile.
    Session& session();
    bool may_wait(std::chrono::steady_clock::time_point until) const { return is_patient_ && std::chrono::steady_clock::now() < until; }
    bool is_connected() const { return session_ && session_->connection.is_alive(); }

    const Address address_;
    const sql::Schema& schema_;
    std::chrono::milliseconds patience_;
    std::mt19937_64 random_;
    std::string program_name_;
    bool writes_ = false;
    std::unique_ptr<Session> session_;
    int old_process_ = 0;             ///< of the session before
    std::int64_t stored_number_ = 0;  ///< of the batch that was committed last when the session began, or by it
    std::int64_t last_number_ = 0;    ///< of the last batch that is known here
    std::optional<std::int64_t> doubtful_number_;  ///< of a batch that may be committed
    bool is_overtaken_ = false;       ///< somebody else has committed a batch that is not known here
    std::atomic<bool> is_patient_ = true;
    ReaderPool readers_;
};

}  // namespace dandori::postgres
