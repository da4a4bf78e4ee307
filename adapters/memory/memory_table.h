#pragma once
#include <compare>
#include <map>
#include <memory>
#include <memory_resource>
#include <set>
#include <vector>

#include "engine/port/row_kind.h"

namespace dandori::memory {

using engine::Cell;

inline bool is_absent(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

/// The order of cells; numbers, which most are, in the short way.
inline std::strong_ordering order_of(const Cell& a, const Cell& b) {
    const auto* left = std::get_if<std::int64_t>(&a);
    const auto* right = std::get_if<std::int64_t>(&b);
    return left && right ? *left <=> *right : a <=> b;
}

struct CellOrder {
    bool operator()(const Cell& a, const Cell& b) const { return order_of(a, b) < 0; }
};

/// The rows of one kind with an index for each field that asks for one. Knows nothing of threads.
class MemoryTable {
  public:
    /// A row's place in an index: equal values by primary key. Rows without a value are not in it.
    struct Entry {
        Cell value;
        Cell key;
        const void* row;
    };
    struct EntryOrder {
        using is_transparent = void;
        bool operator()(const Entry& a, const Entry& b) const {
            const auto order = order_of(a.value, b.value);
            return order != 0 ? order < 0 : order_of(a.key, b.key) < 0;
        }
        bool operator()(const Entry& entry, const Cell& value) const { return order_of(entry.value, value) < 0; }
        bool operator()(const Cell& value, const Entry& entry) const { return order_of(value, entry.value) < 0; }
    };
    using Index = std::pmr::set<Entry, EntryOrder>;
    /// Rows by primary key.
    using Rows = std::pmr::map<Cell, void*, CellOrder>;

    explicit MemoryTable(const engine::RowKind& kind);
    MemoryTable(MemoryTable&&) = default;
    ~MemoryTable();

    const engine::RowKind& kind() const { return *kind_; }

    /// Keeps a copy. Rows of another kind than this table's must not be put.
    template <class Row>
    void put(const Row& row) {
        // Keys grow: most rows come behind all others.
        const auto place = rows_.try_emplace(rows_.end(), engine::to_cell(engine::primary_key(row)), nullptr);
        if (!place->second) {
            place->second = std::pmr::polymorphic_allocator<>(memory_.get()).new_object<Row>(row);
            delete_row_ = [](std::pmr::memory_resource* memory, void* gone) {
                std::pmr::polymorphic_allocator<>(memory).delete_object(static_cast<Row*>(gone));
            };
            add_to_indexes(place->first, place->second);
        } else {
            move_in_indexes(place->first, place->second, &row);
            *static_cast<Row*>(place->second) = row;
        }
    }

    void remove(const Cell& key);

    /// The row with this primary key; null if there is none.
    const void* find(const Cell& key) const;

    const Rows& rows() const { return rows_; }

    /// The index of a field; null where it has none.
    const Index* index_of(std::string_view field) const;

  private:
    struct FieldIndex {
        const engine::FieldKind* field;
        Index entries;
    };

    void add_to_indexes(const Cell& key, const void* row);
    void move_in_indexes(const Cell& key, const void* old_row, const void* new_row);

    const engine::RowKind* kind_;
    std::unique_ptr<std::pmr::unsynchronized_pool_resource> memory_ = std::make_unique<std::pmr::unsynchronized_pool_resource>();
    Rows rows_{memory_.get()};
    void (*delete_row_)(std::pmr::memory_resource*, void* row) = nullptr;
    std::vector<FieldIndex> indexes_;
};

}  // namespace dandori::memory
