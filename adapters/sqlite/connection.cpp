#include "adapters/sqlite/connection.h"

#include "adapters/sqlite/gathered_writes.h"

namespace dandori::sqlite {
namespace {

constexpr std::size_t prepared_max = 256;
constexpr int busy_timeout_ms = 30'000;

[[noreturn]] void throw_fault(sqlite3* connection, std::string_view doing) {
    const int code = sqlite3_extended_errcode(connection);
    const char* file = sqlite3_db_filename(connection, "main");
    throw Fault("SQLite could not " + std::string(doing) + " '" + (file ? file : "") +
                    "': " + sqlite3_errmsg(connection) + " (code " + std::to_string(code) + ").",
                code);
}

}  // namespace

Prepared::Prepared(sqlite3* connection, std::string_view text) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(connection, text.data(), static_cast<int>(text.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) throw_fault(connection, "prepare \"" + std::string(text) + "\" for");
    statement_.reset(statement);
}

void Prepared::bind(int number, const engine::Cell& cell) {
    if (const auto* integer = std::get_if<std::int64_t>(&cell))
        bind(number, *integer);
    else if (const auto* truth = std::get_if<bool>(&cell))
        bind(number, std::int64_t{*truth});
    else if (const auto* text = std::get_if<std::string>(&cell))
        bind_text(number, *text);
    else
        bind_null(number);
}

bool Prepared::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    throw_fault(sqlite3_db_handle(statement_.get()), sqlite3_stmt_readonly(statement_.get()) ? "read" : "write");
}

void Prepared::run() {
    Running running(*this);
    step();
}

void Prepared::reset() noexcept { sqlite3_reset(statement_.get()); }

std::string_view Prepared::text(int column) {
    // Blob and text give the same bytes; asking for the blob of a text converts nothing.
    const void* data = sqlite3_column_blob(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return {static_cast<const char*>(data), static_cast<std::size_t>(size)};
}

Connection::Connection(const std::string& path, LogWrites writes) {
    // SQLite's count of its own memory is read by nobody and takes a lock for every piece. Too late in a program that
    // has used SQLite before, and then merely slower.
    [[maybe_unused]] static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3* connection = nullptr;
    const char* file_system = writes == LogWrites::Gathered ? gathering_file_system() : nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, file_system);
    connection_.reset(connection);
    if (code != SQLITE_OK) {
        throw Fault(
            "SQLite could not open '" + path + "': " + (connection ? sqlite3_errmsg(connection) : "no memory") + ".",
            code);
    }
    sqlite3_extended_result_codes(connection, 1);
    sqlite3_busy_timeout(connection, busy_timeout_ms);
}

void Connection::execute(const std::string& text) {
    if (sqlite3_exec(get(), text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) throw_fault(get(), "work on");
}

Prepared& Connection::prepared(const std::string& text) {
    if (const auto found = prepared_.find(text); found != prepared_.end()) return found->second;
    if (prepared_.size() >= prepared_max) prepared_.clear();
    return prepared_.try_emplace(text, get(), text).first->second;
}

Transaction::Transaction(Connection& connection, const std::string& begin) : connection_(connection) {
    connection_.prepared(begin).run();
}

Transaction::~Transaction() {
    // A full disk or a failing one has rolled back by itself already.
    if (open_ && !sqlite3_get_autocommit(connection_.get()))
        sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    connection_.prepared("COMMIT").run();
    open_ = false;
}

}  // namespace dandori::sqlite
