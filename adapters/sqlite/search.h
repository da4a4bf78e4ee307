#pragma once
#include <condition_variable>
#include <mutex>
#include <vector>

#include "adapters/sqlite/connection.h"
#include "engine/port/store.h"

namespace dandori::sqlite {

/// Carries out a search on one connection, in one snapshot.
engine::Found<engine::AnyRow> search(Connection& connection, std::size_t kind, const engine::Query& query);

/// Searches on a few connections of its own, which only read: never waits for the writer, only for a free connection.
class ReaderPool final : public engine::Reader {
  public:
    explicit ReaderPool(std::string path) : path_(std::move(path)) {}
    engine::Found<engine::AnyRow> search(std::size_t kind, const engine::Query& query) override;

  private:
    std::unique_ptr<Connection> take();
    void give_back(std::unique_ptr<Connection> connection);

    std::string path_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;
    std::size_t opened_ = 0;
};

}  // namespace dandori::sqlite
