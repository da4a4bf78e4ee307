#pragma once
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "engine/port/row_kind.h"

namespace dandori::memory {

using engine::Cell;

/// The rows of one kind with an index for each field that asks for one. Knows nothing of threads.
class MemoryTable {
  public:
    /// A row's place in an index: absent values first, equal ones by primary key.
    struct Entry {
        Cell value;
        Cell key;
        const void* row;
    };
    struct EntryOrder {
        using is_transparent = void;
        bool operator()(const Entry& a, const Entry& b) const {
            return std::tie(a.value, a.key) < std::tie(b.value, b.key);
        }
        bool operator()(const Entry& entry, const Cell& value) const { return entry.value < value; }
        bool operator()(const Cell& value, const Entry& entry) const { return value < entry.value; }
    };
    using Index = std::set<Entry, EntryOrder>;

    explicit MemoryTable(const engine::RowKind& kind);

    const engine::RowKind& kind() const { return *kind_; }

    /// Keeps a copy. Rows of another kind than this table's must not be put.
    template <class Row>
    void put(const Row& row) {
        auto key = engine::to_cell(engine::primary_key(row));
        const auto [place, is_new] = rows_.try_emplace(std::move(key));
        if (is_new) {
            place->second = std::make_shared<Row>(row);
            add_to_indexes(place->first, place->second.get());
        } else {
            move_in_indexes(place->first, place->second.get(), &row);
            *static_cast<Row*>(place->second.get()) = row;
        }
    }

    void remove(const Cell& key);

    /// The row with this primary key; null if there is none.
    const void* find(const Cell& key) const;

    /// All rows by primary key.
    const std::map<Cell, std::shared_ptr<void>>& rows() const { return rows_; }

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
    std::map<Cell, std::shared_ptr<void>> rows_;
    std::vector<FieldIndex> indexes_;
};

}  // namespace dandori::memory
