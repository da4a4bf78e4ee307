#pragma once
// A session with the server: nothing here knows rows.

#include <memory>
#include <optional>
#include <pqxx/binarystring>
#include <pqxx/connection>
#include <pqxx/result>
#include <string>
#include <unordered_map>
#include <vector>

#include "adapters/postgres/address.h"
#include "adapters/postgres/fault.h"
#include "engine/state/field.h"

namespace dandori::postgres {

/// What a session is for. Writing ones refuse a server that can't be written to.
enum class Purpose { Writing, Reading };

/// One session, used by one thread at a time. It never connects anew by itself: whoever holds it must learn that what belonged to the
/// session (locks) is gone.
class Connection {
  public:
    /// Connects and checks that the server is one that Dandori can work on. Throws Fault saying what was found and what is needed.
    Connection(const Address& address, Purpose purpose, const std::string& program_name);

    /// Whether the session was alive when last heard of.
    bool is_alive() const { return connection_->is_open(); }

    /// Runs statements without parameters. Throws Fault.
    pqxx::result execute(const std::string& text);

    /// Runs one statement, prepared under its text for the next time. Texts may hold anything (stored_text.h).
    pqxx::result run(const std::string& text, const std::vector<engine::Cell>& parameters);
    /// With parameters in PostgreSQL's binary form, in a transaction of its own unless one is open.
    pqxx::result run_binary(const std::string& text, const std::vector<pqxx::binarystring>& parameters);

    int process_id() const { return connection_->backendpid(); }
    int server_version() const { return connection_->server_version(); }

  private:
    template <class Work>
    pqxx::result translated(Work&& work);
    void check_server(const Address& address, Purpose purpose);
    void choose_schema(const Address& address, Purpose purpose);
    const std::string& prepared(const std::string& text);

    std::unique_ptr<pqxx::connection> connection_;
    std::unordered_map<std::string, std::string> prepared_;  ///< text to name
};

/// Begins a transaction and rolls it back unless commit() was reached.
class Transaction {
  public:
    Transaction(Connection& connection, const std::string& begin);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

  private:
    Connection& connection_;
    bool open_ = true;
};

}  // namespace dandori::postgres
