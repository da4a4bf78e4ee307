#include "adapters/postgres/postgres_store.h"

#include <thread>

#include "adapters/postgres/schema_access.h"
#include "adapters/postgres/server_lock.h"
#include "engine/port/in_doubt.h"

namespace dandori::postgres {
namespace {

constexpr std::chrono::milliseconds between_tries{200};

std::string unlike_any_other(std::mt19937_64& random) { return "dandori " + std::to_string(random() % 1'000'000'000); }

}  // namespace

PostgresStore::PostgresStore(Reading, Address address, const sql::Schema& schema, std::chrono::milliseconds patience)
    : address_(std::move(address)), schema_(schema), patience_(patience), random_(std::random_device{}()),
      program_name_(unlike_any_other(random_)), readers_(address_, program_name_) {}

PostgresStore::PostgresStore(Address address, const sql::Schema& schema, std::chrono::milliseconds patience)
    : PostgresStore(Reading{}, std::move(address), schema, patience) {
    Connection connection(address_, Purpose::Writing, program_name_);
    lock_for_server(connection, address_, program_name_, 0);
    begin_first_session(std::move(connection));
}

void PostgresStore::begin_to_write() {
    is_patient_ = true;
    Connection connection(address_, Purpose::Writing, program_name_);
    take_lock_from_others(connection, address_);
    begin_first_session(std::move(connection));
}

void PostgresStore::cease_to_write() {
    writes_ = false;
    session_.reset();
}

void PostgresStore::begin_first_session(Connection connection) {
    bring_forward(connection, schema_);
    begin_session(std::move(connection));
    writes_ = true;
    load_anew();
}

void PostgresStore::begin_session(Connection connection) {
    stored_number_ = connection.execute("SELECT \"number\" FROM \"last_batch\"")[0][0].as<std::int64_t>();
    if (stored_number_ == doubtful_number_) last_number_ = stored_number_;
    // Stays so whatever happens to this session: only reading everything anew mends it.
    is_overtaken_ = is_overtaken_ || stored_number_ != last_number_;
    session_ = std::make_unique<Session>(std::move(connection));
    old_process_ = session_->connection.process_id();
}

void PostgresStore::connect() {
    if (!writes_) throw Fault("This server doesn't write to the store " + address_.described + "; another does.", Fault::Kind::Refused);
    if (is_connected()) return;
    session_.reset();
    Connection connection(address_, Purpose::Writing, program_name_);
    lock_for_server(connection, address_, program_name_, old_process_);
    begin_session(std::move(connection));
}

void PostgresStore::load_anew() {
    connect();
    last_number_ = stored_number_;
    doubtful_number_.reset();
    is_overtaken_ = false;
}

PostgresStore::Session& PostgresStore::session() {
    connect();
    if (is_overtaken_)
        throw Fault("Another server has written to the store " + address_.described + " while the connection was lost.", Fault::Kind::Refused);
    return *session_;
}

void PostgresStore::commit(const engine::Batch& batch) {
    if (batch.empty()) return;
    const auto number = static_cast<std::int64_t>(random_());
    const auto until = std::chrono::steady_clock::now() + patience_;
    bool is_doubtful = false;
    while (true) {
        bool is_writing = false;
        try {
            Session& current = session();
            if (is_doubtful && last_number_ == number) return;
            is_writing = is_doubtful = true;
            doubtful_number_ = number;
            current.batches.write(batch, number);
            current.batches.committed();
            last_number_ = stored_number_ = number;
            return;
        } catch (const Fault& fault) {
            if (is_writing && is_connected()) throw;  // a session that lives has rolled back what it was refused
            const bool may_mend = !is_connected() && (is_doubtful || fault.kind() == Fault::Kind::Lost);
            if (!may_mend || !may_wait(until)) {
                if (is_doubtful) throw engine::InDoubt(fault.what());
                throw;
            }
        }
        std::this_thread::sleep_for(between_tries);
    }
}

engine::Found<engine::AnyRow> PostgresStore::search(std::size_t kind, const engine::Query& query) {
    const auto until = std::chrono::steady_clock::now() + patience_;
    while (true) {
        try {
            return postgres::search(session().connection, kind, query);
        } catch (const Fault& fault) {
            if (fault.kind() != Fault::Kind::Lost || !may_wait(until)) throw;
        }
        std::this_thread::sleep_for(between_tries);
    }
}

}  // namespace dandori::postgres
