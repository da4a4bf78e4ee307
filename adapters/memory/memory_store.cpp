#include "adapters/memory/memory_store.h"

#include <array>

#include "adapters/memory/memory_search.h"
#include "engine/port/row_kind.h"

namespace dandori::memory {

using engine::AnyRow;

namespace {

template <class Row>
AnyRow copy_of(const void* row) {
    return *static_cast<const Row*>(row);
}

template <class... Row>
using Copiers = std::array<AnyRow (*)(const void*), sizeof...(Row)>;

engine::OfEachRow<Copiers> make_copiers() {
    engine::OfEachRow<Copiers> copiers;
    std::size_t kind = 0;
    engine::for_each_row_kind([&]<class Row>() { copiers[kind++] = copy_of<Row>; });
    return copiers;
}

}  // namespace

MemoryStore::MemoryStore() {
    for (const auto& kind : engine::row_kinds()) tables_.emplace_back(kind);
}

void MemoryStore::commit(const engine::Batch& batch) noexcept {
    const std::lock_guard gate(gate_);
    const std::lock_guard rows(rows_);
    std::size_t kind = 0;
    engine::for_each_row_kind([&]<class Row>() {
        MemoryTable& table = tables_[kind++];
        for (const auto& key : batch.removed<Row>()) table.remove(engine::to_cell(key));
        for (const Row* row : batch.rows<Row>()) table.put(*row);
    });
}

engine::Found<AnyRow> MemoryStore::search(std::size_t kind, const engine::Query& query) {
    static const auto copiers = make_copiers();
    engine::check_query(engine::row_kind(kind), query);

    std::unique_lock gate(gate_);
    const std::shared_lock rows(rows_);
    gate.unlock();
    auto hits = memory::search(tables_, kind, query);
    engine::Found<AnyRow> found{{}, hits.total, std::move(hits.start), std::move(hits.end)};
    found.rows.reserve(hits.rows.size());
    for (const void* row : hits.rows) found.rows.push_back(copiers[kind](row));
    return found;
}

}  // namespace dandori::memory
