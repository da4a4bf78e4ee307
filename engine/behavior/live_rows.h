#pragma once
// Rows of one kind in memory, and what has become of them since they were last committed.

#include <map>
#include <set>
#include <vector>

#include "engine/port/store.h"

namespace dandori::engine {

/// What a row belongs to and is looked up by: the scope it lies in, else the element instance it is of. Never changes.
template <class Row>
ScopeKey owner_of_row(const Row& row) {
    if constexpr (requires { row.scope_key; }) return row.scope_key;
    else if constexpr (requires { *row.element_instance_key; }) return scope_of(row.element_instance_key.value_or(ElementInstanceKey{}));
    else if constexpr (requires { row.element_instance_key; }) return scope_of(row.element_instance_key);
    else return {};
}

/// Rows by key. Addresses of rows stay as long as the row is held. Knows which rows the current command has touched and
/// which the next commit must write.
template <class Row>
class LiveRows {
  public:
    using RowKey = PrimaryKey<Row>;

    /// What happens to a row at the next commit: it stays, is written for the last time and forgotten, or is deleted.
    enum class Fate { Stays, Finished, Removed };

    struct Entry {
        Row row;
        Fate fate = Fate::Stays;
        bool is_stored = false;   ///< the store has had it once
        bool is_touched = false;  ///< by the command that runs
        bool is_pending = false;  ///< the next commit must write it
    };

    /// A row that is there and not over; null pointer otherwise.
    const Row* find(RowKey key) const {
        const auto found = entries_.find(key);
        return found == entries_.end() || found->second.fate != Fate::Stays ? nullptr : &found->second.row;
    }

    /// The row to be changed; null pointer if it isn't there or is over.
    Row* change(RowKey key) {
        const auto found = entries_.find(key);
        if (found == entries_.end() || found->second.fate != Fate::Stays) return nullptr;
        touch(found->second);
        return &found->second.row;
    }

    /// Shows the row even when it is over, until the commit.
    template <class Look>
    void peek(RowKey key, Look&& look) const {
        const auto found = entries_.find(key);
        if (found != entries_.end()) look(found->second.row);
    }

    Row& put(Row row) {
        const RowKey key = primary_key(row);
        Entry& entry = entries_[key];
        entry.row = std::move(row);
        entry.fate = Fate::Stays;
        touch(entry);
        if (is_indexed_) by_owner_.emplace(owner_of_row(entry.row), key);
        return entry.row;
    }

    /// A row as the store has it.
    void load(Row row) {
        const RowKey key = primary_key(row);
        Entry& entry = entries_[key];
        entry.row = std::move(row);
        entry.is_stored = true;
        if (is_indexed_) by_owner_.emplace(owner_of_row(entry.row), key);
    }

    /// Written once more, then forgotten: it is over, the store keeps it for whoever looks back.
    void finish(RowKey key) { end(key, Fate::Finished); }
    void remove(RowKey key) { end(key, Fate::Removed); }

    /// Also what is over already and was to be written once more.
    void remove_all() {
        for (auto& [key, entry] : entries_) end(key, Fate::Removed);
    }

    /// No longer needed in memory; the store has it as it is.
    void forget(RowKey key) {
        const auto found = entries_.find(key);
        if (found == entries_.end()) return;
        leave_index(found->second.row);
        if (found->second.is_touched || found->second.is_pending) found->second.fate = Fate::Finished;
        else entries_.erase(found);
    }

    /// Calls `visit(row)` for each row that is there, in the order of keys. Rows put meanwhile may be met or not.
    template <class Visit>
    void for_each(Visit&& visit) const {
        for (auto it = entries_.begin(); it != entries_.end(); ++it) {
            if (it->second.fate == Fate::Stays) visit(it->second.row);
        }
    }

    /// Calls `visit(row)` also for rows that are over and were not committed since.
    template <class Visit>
    void for_each_held(Visit&& visit) const {
        for (const auto& [key, entry] : entries_) {
            if (entry.fate != Fate::Removed) visit(entry.row);
        }
    }

    /// Keys of the rows for which `wanted(row)` holds.
    template <class Wanted>
    std::vector<RowKey> keys_where(Wanted&& wanted) const {
        std::vector<RowKey> keys;
        for_each([&](const Row& row) { if (wanted(row)) keys.push_back(primary_key(row)); });
        return keys;
    }

    /// Keys of the rows that belong to `owner`, in their order. Takes no longer where there are many others.
    std::vector<RowKey> keys_of(ScopeKey owner) const {
        if (!is_indexed_ && entries_.size() > scanned_max) {
            for_each([&](const Row& row) { by_owner_.emplace(owner_of_row(row), primary_key(row)); });
            is_indexed_ = true;
        }
        if (!is_indexed_) return keys_where([&](const Row& row) { return owner_of_row(row) == owner; });
        std::vector<RowKey> keys;
        for (auto at = by_owner_.lower_bound({owner, RowKey{}}); at != by_owner_.end() && at->first == owner; ++at) {
            keys.push_back(at->second);
        }
        return keys;
    }

    /// The command has ended: `look(row, is_over)` sees each row it touched, once.
    template <class Look>
    void end_of_command(Look&& look) {
        for (Entry* entry : touched_) {
            entry->is_touched = false;
            look(entry->row, entry->fate != Fate::Stays);
            if (!entry->is_pending) {
                entry->is_pending = true;
                pending_.push_back(entry);
            }
        }
        touched_.clear();
    }

    void collect(Batch& batch) const {
        for (const Entry* entry : pending_) {
            if (entry->fate != Fate::Removed) batch.put(entry->row);
            else if (entry->is_stored) batch.template remove<Row>(primary_key(entry->row));
        }
    }

    void committed() {
        for (Entry* entry : pending_) {
            entry->is_pending = false;
            entry->is_stored = true;
            if (entry->fate != Fate::Stays) {
                const RowKey key = primary_key(entry->row);
                entries_.erase(key);
            }
        }
        pending_.clear();
    }

    bool empty() const { return entries_.empty(); }
    std::size_t size() const { return entries_.size(); }
    bool has_pending() const { return !pending_.empty(); }

  private:
    void touch(Entry& entry) {
        if (entry.is_touched) return;
        entry.is_touched = true;
        touched_.push_back(&entry);
    }
    void end(RowKey key, Fate fate) {
        const auto found = entries_.find(key);
        if (found == entries_.end()) return;
        found->second.fate = fate;
        leave_index(found->second.row);
        touch(found->second);
    }
    void leave_index(const Row& row) {
        if (is_indexed_) by_owner_.erase({owner_of_row(row), primary_key(row)});
    }

    static constexpr std::size_t scanned_max = 16;  ///< with fewer rows an index costs more than it saves

    std::map<RowKey, Entry> entries_;
    mutable bool is_indexed_ = false;
    mutable std::set<std::pair<ScopeKey, RowKey>> by_owner_;  ///< of the rows that stay
    std::vector<Entry*> touched_;
    std::vector<Entry*> pending_;
};

}  // namespace dandori::engine
