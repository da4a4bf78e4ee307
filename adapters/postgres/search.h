#pragma once
#include <condition_variable>
#include <mutex>
#include <vector>

#include "adapters/postgres/connection.h"
#include "engine/port/store.h"

namespace dandori::postgres {

/// Carries out a search on one connection, in one snapshot.
engine::Found<engine::AnyRow> search(Connection& connection, std::size_t kind, const engine::Query& query);

/// Searches on a few connections of its own: never waits for the writer, only for a free connection. One that was lost is replaced.
class ReaderPool final : public engine::Reader {
  public:
    ReaderPool(Address address, std::string program_name) : address_(std::move(address)), program_name_(std::move(program_name)) {}
    engine::Found<engine::AnyRow> search(std::size_t kind, const engine::Query& query) override;

  private:
    /// One of the few, which may be not yet open: null.
    std::unique_ptr<Connection> take();
    void give_back(std::unique_ptr<Connection> connection);

    Address address_;
    std::string program_name_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;
    std::size_t taken_ = 0;
};

}  // namespace dandori::postgres
