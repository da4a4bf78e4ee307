#pragma once
// Rows of one kind in memory, and what has become of them since they were last committed.

#include <algorithm>
#include <memory>
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

/// What happens to a row at the next commit: it stays, is written for the last time and forgotten, or is deleted.
enum class Fate { Stays, Finished, Removed };

template <class Row>
struct LiveRow {
    Row row;
    Fate fate = Fate::Stays;
    bool is_stored = false;   ///< the store has had it once
    bool is_touched = false;  ///< by the command that runs
    bool is_pending = false;  ///< the next commit must write it
};

/// Memory of rows that are gone, for those to come. May serve the rows of many instances.
template <class Row>
struct SpareRows {
    static constexpr std::size_t count_max = 4'096;
    std::vector<std::unique_ptr<LiveRow<Row>>> rows;
};

/// Rows by key. Addresses of rows stay as long as the row is held. Knows which rows the current command has touched and
/// which the next commit must write.
template <class Row>
class LiveRows {
  public:
    using RowKey = PrimaryKey<Row>;
    using Entry = LiveRow<Row>;

    LiveRows() = default;
    explicit LiveRows(SpareRows<Row>& spare) : spare_(&spare) {}
    /// Of rows of which none waits for a commit.
    LiveRows(const LiveRows& other) {
        other.for_each([&](const Row& row) { load(row); });
    }
    LiveRows(LiveRows&&) = default;
    LiveRows& operator=(LiveRows&&) = default;

    /// A row that is there and not over; null pointer otherwise.
    const Row* find(const RowKey& key) const {
        const Entry* entry = entry_of(key);
        return entry && entry->fate == Fate::Stays ? &entry->row : nullptr;
    }

    /// The row to be changed; null pointer if it isn't there or is over.
    Row* change(const RowKey& key) {
        Entry* entry = entry_of(key);
        if (!entry || entry->fate != Fate::Stays) return nullptr;
        touch(*entry);
        return &entry->row;
    }

    /// Shows the row even when it is over, until the commit.
    template <class Look>
    void peek(const RowKey& key, Look&& look) const {
        if (const Entry* entry = entry_of(key)) look(entry->row);
    }

    Row& put(Row row) {
        Entry& entry = hold(std::move(row));
        entry.fate = Fate::Stays;
        touch(entry);
        return entry.row;
    }

    /// A row as the store has it.
    void load(Row row) { hold(std::move(row)).is_stored = true; }

    /// Written once more, then forgotten: it is over, the store keeps it for whoever looks back.
    void finish(const RowKey& key) { end(key, Fate::Finished); }
    void remove(const RowKey& key) { end(key, Fate::Removed); }

    /// Also what is over already and was to be written once more.
    void remove_all() {
        for (Slot& slot : slots_) {
            if (slot.entry) end(*slot.entry, Fate::Removed);
        }
    }

    /// No longer needed in memory; the store has it as it is.
    void forget(const RowKey& key) {
        Slot* slot = slot_of(key);
        if (!slot || !slot->entry) return;
        Entry& entry = *slot->entry;
        leave_index(entry.row);
        if (entry.is_touched || entry.is_pending) entry.fate = Fate::Finished;
        else let_go(*slot);
    }

    /// Calls `visit(row)` for each row that is there, in the order of keys. Rows put meanwhile may be met or not.
    template <class Visit>
    void for_each(Visit&& visit) const {
        for (std::size_t place = 0; place < slots_.size(); ++place) {
            const Entry* entry = slots_[place].entry.get();
            if (entry && entry->fate == Fate::Stays) visit(entry->row);
        }
    }

    /// Calls `visit(row)` also for rows that are over and were not committed since.
    template <class Visit>
    void for_each_held(Visit&& visit) const {
        for (const Slot& slot : slots_) {
            if (slot.entry && slot.entry->fate != Fate::Removed) visit(slot.entry->row);
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
        if (!is_indexed_ && slots_.size() > scanned_max) {
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
            if (entry->fate != Fate::Stays) let_go(*slot_of(primary_key(entry->row)));
        }
        pending_.clear();
        if (gone_ > slots_.size() / 2) {
            std::erase_if(slots_, [](const Slot& slot) { return !slot.entry; });
            gone_ = 0;
        }
    }

    /// Holds nothing any more, as when it was made; the memory for some rows stays.
    void clear() {
        for (Slot& slot : slots_) {
            if (slot.entry) let_go(slot);
        }
        if (slots_.capacity() > kept_max) *this = spare_ ? LiveRows(*spare_) : LiveRows();
        slots_.clear();
        gone_ = 0;
        is_indexed_ = false;
        by_owner_.clear();
        touched_.clear();
        pending_.clear();
    }

    bool empty() const { return slots_.size() == gone_; }
    std::size_t size() const { return slots_.size() - gone_; }
    bool has_pending() const { return !pending_.empty(); }

  private:
    /// The place of a key, of one that is gone too.
    struct Slot {
        RowKey key;
        std::unique_ptr<Entry> entry;  ///< null pointer: gone
    };

    const Slot* slot_of(const RowKey& key) const {
        // Most are looked for soon after they came.
        if (!slots_.empty() && slots_.back().key == key) return &slots_.back();
        const auto place = std::lower_bound(slots_.begin(), slots_.end(), key, [](const Slot& slot, const RowKey& of) { return slot.key < of; });
        return place == slots_.end() || place->key != key ? nullptr : &*place;
    }
    Slot* slot_of(const RowKey& key) { return const_cast<Slot*>(std::as_const(*this).slot_of(key)); }
    const Entry* entry_of(const RowKey& key) const {
        const Slot* slot = slot_of(key);
        return slot ? slot->entry.get() : nullptr;
    }
    Entry* entry_of(const RowKey& key) { return const_cast<Entry*>(std::as_const(*this).entry_of(key)); }

    Entry& hold(Row row) {
        const RowKey& key = primary_key(row);
        Slot* slot = slot_of(key);
        if (!slot) {
            const auto behind = slots_.empty() || slots_.back().key < key
                                    ? slots_.end()
                                    : std::lower_bound(slots_.begin(), slots_.end(), key, [](const Slot& each, const RowKey& of) { return each.key < of; });
            slot = &*slots_.insert(behind, Slot{key, nullptr});
            ++gone_;
        }
        if (!slot->entry) {
            --gone_;
            if (!spare_ || spare_->rows.empty()) {
                slot->entry = std::make_unique<Entry>();
            } else {
                slot->entry = std::move(spare_->rows.back());
                spare_->rows.pop_back();
            }
        }
        Entry& entry = *slot->entry;
        entry.row = std::move(row);
        if (is_indexed_) by_owner_.emplace(owner_of_row(entry.row), primary_key(entry.row));
        return entry;
    }
    void let_go(Slot& slot) {
        slot.entry->fate = Fate::Stays;
        slot.entry->is_stored = slot.entry->is_touched = slot.entry->is_pending = false;
        if (spare_ && spare_->rows.size() < SpareRows<Row>::count_max) spare_->rows.push_back(std::move(slot.entry));
        slot.entry.reset();
        ++gone_;
    }
    void touch(Entry& entry) {
        if (entry.is_touched) return;
        entry.is_touched = true;
        touched_.push_back(&entry);
    }
    void end(const RowKey& key, Fate fate) {
        if (Entry* entry = entry_of(key)) end(*entry, fate);
    }
    void end(Entry& entry, Fate fate) {
        entry.fate = fate;
        leave_index(entry.row);
        touch(entry);
    }
    void leave_index(const Row& row) {
        if (is_indexed_) by_owner_.erase({owner_of_row(row), primary_key(row)});
    }

    static constexpr std::size_t scanned_max = 16;  ///< with fewer rows an index costs more than it saves
    static constexpr std::size_t kept_max = 128;    ///< rows whose places are kept for others

    std::vector<Slot> slots_;  ///< by key; rows come with growing keys
    std::size_t gone_ = 0;     ///< slots without a row
    SpareRows<Row>* spare_ = nullptr;
    mutable bool is_indexed_ = false;
    mutable std::set<std::pair<ScopeKey, RowKey>> by_owner_;  ///< of the rows that stay
    std::vector<Entry*> touched_;
    std::vector<Entry*> pending_;
};

}  // namespace dandori::engine
