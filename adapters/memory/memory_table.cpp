#include "adapters/memory/memory_table.h"

namespace dandori::memory {

using engine::FieldKind;
using engine::FieldUse;

MemoryTable::MemoryTable(const engine::RowKind& kind) : kind_(&kind) {
    for (const FieldKind& field : kind.fields)
        if (field.use == FieldUse::Indexed || field.use == FieldUse::InternalIndexed) indexes_.push_back({&field, Index(memory_.get())});
}

MemoryTable::~MemoryTable() {
    for (const auto& [key, row] : rows_) delete_row_(memory_.get(), row);
}

void MemoryTable::remove(const Cell& key) {
    const auto place = rows_.find(key);
    if (place == rows_.end()) return;
    void* row = place->second;
    for (auto& [field, entries] : indexes_) entries.erase({field->cell_of(row), key, row});
    rows_.erase(place);
    delete_row_(memory_.get(), row);
}

const void* MemoryTable::find(const Cell& key) const {
    const auto place = rows_.find(key);
    return place == rows_.end() ? nullptr : place->second;
}

const MemoryTable::Index* MemoryTable::index_of(std::string_view field) const {
    for (const FieldIndex& index : indexes_)
        if (index.field->name == field) return &index.entries;
    return nullptr;
}

void MemoryTable::add_to_indexes(const Cell& key, const void* row) {
    for (auto& [field, entries] : indexes_) {
        Cell value = field->cell_of(row);
        if (!is_absent(value)) entries.insert(entries.end(), {std::move(value), key, row});
    }
}

void MemoryTable::move_in_indexes(const Cell& key, const void* old_row, const void* new_row) {
    for (auto& [field, entries] : indexes_) {
        Cell old_value = field->cell_of(old_row);
        Cell new_value = field->cell_of(new_row);
        if (old_value == new_value) continue;
        if (!is_absent(old_value)) entries.erase({std::move(old_value), key, old_row});
        if (!is_absent(new_value)) entries.insert({std::move(new_value), key, old_row});  // the row stays where it is, its content changes
    }
}

}  // namespace dandori::memory
