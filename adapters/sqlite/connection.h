#pragma once
// A thin owner of SQLite's C interface: nothing here knows rows.

#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/port/store_fault.h"
#include "engine/state/field.h"

namespace dandori::sqlite {

/// What SQLite could not do, with its reason. `code` is the extended result code.
class Fault : public engine::StoreFault {
  public:
    Fault(const std::string& text, int code) : engine::StoreFault(text), code_(code) {}
    int code() const { return code_; }
    bool is_full() const { return (code_ & 0xFF) == SQLITE_FULL; }
    bool is_busy() const { return (code_ & 0xFF) == SQLITE_BUSY; }

  private:
    int code_;
};

/// A prepared statement. Bound texts are not copied: they must stay until reset(). All parameters are bound anew for
/// every run.
class Prepared {
  public:
    Prepared(sqlite3* connection, std::string_view text);

    void bind(int number, std::int64_t value) { sqlite3_bind_int64(statement_.get(), number, value); }
    void bind_null(int number) { sqlite3_bind_null(statement_.get(), number); }
    void bind_text(int number, std::string_view value) {
        sqlite3_bind_text64(statement_.get(), number, value.data() ? value.data() : "", value.size(), SQLITE_STATIC,
                            SQLITE_UTF8);
    }
    void bind_bytes(int number, std::string_view value) {
        sqlite3_bind_blob64(statement_.get(), number, value.data() ? value.data() : "", value.size(), SQLITE_STATIC);
    }
    void bind(int number, const engine::Cell& cell);

    /// Goes to the next row; false when there is none. Throws Fault.
    bool step();

    /// Runs a statement that gives no rows, and makes it ready for the next time. Throws Fault.
    void run();

    /// Ends reading; what was bound is no longer looked at.
    void reset() noexcept;

    bool is_null(int column) { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
    std::int64_t number(int column) { return sqlite3_column_int64(statement_.get(), column); }
    /// Valid until the next step() or reset().
    std::string_view text(int column);

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// Resets a statement at the end of a scope, however that is left.
class Running {
  public:
    explicit Running(Prepared& statement) : statement_(statement) {}
    ~Running() { statement_.reset(); }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    Prepared* operator->() { return &statement_; }

  private:
    Prepared& statement_;
};

/// How the log is written: as SQLite does, or gathered until its sync (gathered_writes.h).
enum class LogWrites { AtOnce, Gathered };

/// One connection, used by one thread at a time.
class Connection {
  public:
    /// Opens the file, which must exist.
    explicit Connection(const std::string& path, LogWrites = LogWrites::AtOnce);

    /// Runs statements that give no rows. Throws Fault.
    void execute(const std::string& text);

    /// The prepared statement of this text, kept for the next time.
    Prepared& prepared(const std::string& text);

    sqlite3* get() { return connection_.get(); }

  private:
    struct Close {
        void operator()(sqlite3* connection) const { sqlite3_close(connection); }
    };
    std::unique_ptr<sqlite3, Close> connection_;
    std::unordered_map<std::string, Prepared> prepared_;  ///< after connection_: statements end before it closes
};

/// Begins a transaction and rolls it back unless commit() was reached.
class Transaction {
  public:
    /// `begin` is `BEGIN` to read one snapshot, `BEGIN IMMEDIATE` to write.
    Transaction(Connection& connection, const std::string& begin);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

  private:
    Connection& connection_;
    bool open_ = true;
};

}  // namespace dandori::sqlite
