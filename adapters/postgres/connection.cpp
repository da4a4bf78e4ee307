#include "adapters/postgres/connection.h"

#include <algorithm>
#include <pqxx/except>
#include <pqxx/nontransaction>
#include <pqxx/prepared_statement>

#include "adapters/postgres/stored_text.h"

namespace dandori::postgres {
namespace {

constexpr std::size_t prepared_max = 200;
constexpr int version_min = 130000;

/// One line, without the severity that the server puts first and the statement that it repeats.
std::string plain_words(std::string text) {
    text.resize(std::min(text.size(), text.find("\nLINE ")));
    for (auto& c : text)
        if (c == '\n' || c == '\t') c = ' ';
    while (text.ends_with(' ')) text.pop_back();
    for (const std::string_view severity : {"ERROR:  ", "FATAL:  ", "PANIC:  "})
        if (text.starts_with(severity)) text.erase(0, severity.size());
    return text;
}

std::string words_of(const std::exception& fault) { return plain_words(fault.what()); }

std::string settings_of_session(Purpose purpose) {
    std::string text =
        "SET client_encoding = 'UTF8'; SET client_min_messages = 'error'; SET bytea_output = 'hex'; SET default_transaction_isolation = "
        "'read committed'; SET jit = off; SET statement_timeout = '60s'; SET lock_timeout = '30s'; "
        "SET idle_in_transaction_session_timeout = '60s'; "
        // A server that holds our lock must notice that we are gone, too.
        "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; "
        // Durable before answered, whatever the server's default is.
        "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";
    // What the writer asks is found by keys; plans must not depend on when statistics were taken.
    if (purpose == Purpose::Writing) text += "; SET plan_cache_mode = 'force_generic_plan'; SET enable_seqscan = off";
    return text;
}

std::string version_text(int version) { return std::to_string(version / 10000) + "." + std::to_string(version % 10000); }

/// A connection fault (class 08), or the server said that it shuts down.
bool ends_session(const std::string& code) { return code.starts_with("08") || code.starts_with("57P0"); }

/// libpqxx leaves some of the codes out that it makes types of.
std::string code_of(const pqxx::sql_error& fault) {
    if (!fault.sqlstate().empty()) return fault.sqlstate();
    if (dynamic_cast<const pqxx::insufficient_privilege*>(&fault)) return "42501";
    return dynamic_cast<const pqxx::disk_full*>(&fault) ? "53100" : "";
}

std::string quoted_identifier(const std::string& name) {
    std::string text = "\"";
    for (const char c : name) text += c == '"' ? "\"\"" : std::string(1, c);
    return text + "\"";
}

}  // namespace

Connection::Connection(const Address& address, Purpose purpose, const std::string& program_name) {
    try {
        connection_ = std::make_unique<pqxx::connection>(address.connection + "application_name='" + program_name + "'");
    } catch (const std::exception& fault) {
        throw Fault("PostgreSQL can't be reached at " + address.described + ": " + words_of(fault) +
                        ". Is the server running, and do the address, the role and its password (~/.pgpass or PGPASSFILE) fit?",
                    Fault::Kind::Lost);
    }
    check_server(address, purpose);
    execute(settings_of_session(purpose));
    choose_schema(address, purpose);
}

template <class Work>
pqxx::result Connection::translated(Work&& work) {
    // libpqxx would silently connect anew.
    if (!is_alive()) throw Fault("The connection to PostgreSQL is gone", Fault::Kind::Lost);
    try {
        return work();
    } catch (const pqxx::sql_error& fault) {
        const auto code = code_of(fault);
        if (ends_session(code)) connection_->disconnect();
        const auto kind = !is_alive() ? Fault::Kind::Lost : code == "53100" ? Fault::Kind::Full : Fault::Kind::Refused;
        const char* what = kind == Fault::Kind::Lost   ? "The connection to PostgreSQL was lost: "
                           : kind == Fault::Kind::Full ? "The disk of the PostgreSQL server is full: "
                                                       : "PostgreSQL refused: ";
        throw Fault(what + words_of(fault) + (code.empty() ? "" : " (" + code + ")"), kind, code);
    } catch (const pqxx::failure& fault) {
        // No answer that we understood: what the session is in the middle of is unknown.
        connection_->disconnect();
        throw Fault("The connection to PostgreSQL was lost: " + words_of(fault), Fault::Kind::Lost);
    }
}

pqxx::result Connection::execute(const std::string& text) {
    return translated([&] { return pqxx::nontransaction(*connection_).exec(text); });
}

const std::string& Connection::prepared(const std::string& text) {
    if (const auto found = prepared_.find(text); found != prepared_.end()) return found->second;
    if (prepared_.size() >= prepared_max) {
        for (const auto& [old, name] : prepared_) connection_->unprepare(name);
        prepared_.clear();
    }
    const auto name = "s" + std::to_string(prepared_.size());
    connection_->prepare(name, text);
    return prepared_.emplace(text, name).first->second;
}

pqxx::result Connection::run(const std::string& text, const std::vector<engine::Cell>& parameters) {
    std::vector<std::string> texts;
    texts.reserve(parameters.size());
    for (const auto& cell : parameters) {
        if (const auto* number = std::get_if<std::int64_t>(&cell)) texts.push_back(std::to_string(*number));
        else if (const auto* truth = std::get_if<bool>(&cell)) texts.emplace_back(*truth ? "t" : "f");
        else if (const auto* value = std::get_if<std::string>(&cell)) texts.push_back(is_storable(*value) ? *value : to_stored(*value));
        else throw std::logic_error("A search compares with an absent value.");
    }
    return translated([&] {
        return pqxx::nontransaction(*connection_).exec_prepared(prepared(text), pqxx::prepare::make_dynamic_params(texts));
    });
}

pqxx::result Connection::run_binary(const std::string& text, const std::vector<pqxx::binarystring>& parameters) {
    return translated([&] {
        return pqxx::nontransaction(*connection_).exec_prepared(prepared(text), pqxx::prepare::make_dynamic_params(parameters));
    });
}

void Connection::check_server(const Address& address, Purpose purpose) {
    const auto refuse = [&](const std::string& found) {
        throw Fault("The PostgreSQL server at " + address.described + " can't be used: " + found, Fault::Kind::Refused);
    };
    if (server_version() < version_min)
        refuse("it is version " + version_text(server_version()) + "; 13 or newer is needed. Upgrade it, or name another one.");
    const auto found = execute("SELECT current_setting('server_encoding'), pg_is_in_recovery(), current_setting('transaction_read_only'), current_database()");
    const std::string encoding = found[0][0].c_str();
    if (encoding != "UTF8")
        refuse("its database '" + std::string(found[0][3].c_str()) + "' has the encoding " + encoding +
               "; UTF8 is needed. Make one with CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE template0.");
    if (purpose == Purpose::Reading) return;
    if (std::string_view(found[0][1].c_str()) == "t")
        refuse("it is a standby, which can't be written to. Name the primary, or all of them with target_session_attrs=read-write.");
    if (std::string_view(found[0][2].c_str()) == "on")
        refuse("transactions are read-only there (default_transaction_read_only). Turn that off for the role or the database.");
}

void Connection::choose_schema(const Address& address, Purpose purpose) {
    if (address.schema.empty()) {
        if (execute("SELECT current_schema()")[0][0].is_null())
            throw Fault("The database at " + address.described +
                            " has no schema for this role (search_path names none that is there). Name one with schema=NAME.",
                        Fault::Kind::Refused);
        return;
    }
    const auto schema = quoted_identifier(address.schema);
    if (purpose == Purpose::Writing &&
        run("SELECT 1 FROM pg_namespace WHERE nspname = $1", {address.schema}).empty())
        execute("SELECT pg_advisory_xact_lock(1146244964); CREATE SCHEMA IF NOT EXISTS " + schema);  // one transaction, one program at a time
    execute("SET search_path TO " + schema);
}

Transaction::Transaction(Connection& connection, const std::string& begin) : connection_(connection) { connection_.execute(begin); }

Transaction::~Transaction() {
    if (!open_ || !connection_.is_alive()) return;
    try {
        connection_.execute("ROLLBACK");
    } catch (const Fault&) {
        // The server rolls back what a lost session left.
    }
}

void Transaction::commit() {
    connection_.execute("COMMIT");
    open_ = false;
}

}  // namespace dandori::postgres
