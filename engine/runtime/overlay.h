#pragma once
// Rows outside of instances that the batch has written and the store has not: looked at before the store.

#include <map>
#include <optional>

#include "engine/port/store.h"

namespace dandori::engine {

template <class Row>
class Overlay {
  public:
    using RowKey = PrimaryKey<Row>;

    std::optional<Row> get(Reader& reader, const RowKey& key) const {
        const auto found = changed_.find(key);
        if (found != changed_.end()) return found->second;
        return engine::get<Row>(reader, key);
    }

    Row& put(Row row) {
        const RowKey key = primary_key(row);
        auto& slot = changed_[key];
        slot = std::move(row);
        return *slot;
    }
    void remove(const RowKey& key) { changed_[key].reset(); }

    /// The first row of the batch for which `wanted(row)` holds; null pointer if there is none.
    template <class Wanted>
    const Row* find_if(Wanted&& wanted) const {
        for (const auto& [key, row] : changed_) {
            if (row && wanted(*row)) return &*row;
        }
        return nullptr;
    }
    /// Calls `visit(row)` for each row of the batch that is there.
    template <class Visit>
    void for_each(Visit&& visit) const {
        for (const auto& [key, row] : changed_) {
            if (row) visit(*row);
        }
    }
    bool has_changed(const RowKey& key) const { return changed_.contains(key); }

    void collect(Batch& batch) const {
        for (const auto& [key, row] : changed_) {
            if (row) batch.put(*row);
            else batch.template remove<Row>(key);
        }
    }
    void clear() { changed_.clear(); }
    bool empty() const { return changed_.empty(); }

  private:
    std::map<RowKey, std::optional<Row>> changed_;
};

}  // namespace dandori::engine
