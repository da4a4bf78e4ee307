#pragma once
#include <mutex>
#include <shared_mutex>
#include <vector>

#include "adapters/memory/memory_table.h"
#include "engine/port/store.h"

namespace dandori::memory {

/// Rows in memory, for tests, for trying things out and for measuring the engine without a disk (`--store memory:`).
/// Nothing survives the program. Reading waits while a commit copies its rows in, never for a disk. search() may be
/// used by any thread, too.
class MemoryStore final : public engine::Store {
  public:
    MemoryStore();

    /// Running out of memory halfway ends the program: half a batch must not be seen.
    void commit(const engine::Batch& batch) noexcept override;
    engine::Found<engine::AnyRow> search(std::size_t kind, const engine::Query& query) override;
    engine::Reader& reader() override { return *this; }

  private:
    std::vector<MemoryTable> tables_;  ///< in the order of AnyRow
    std::mutex gate_;  ///< held by a waiting commit: readers that come later wait behind it; locked before rows_
    std::shared_mutex rows_;
};

}  // namespace dandori::memory
