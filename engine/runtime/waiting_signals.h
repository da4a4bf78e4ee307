#pragma once
#include "engine/port/all_rows.h"
#include "engine/runtime/named_rows.h"
#include "engine/runtime/not_suspended.h"

namespace dandori::engine {

/// Who waits for which signal, by tenant and name.
class WaitingSignals {
  public:
    struct Place {
        SignalSubscriptionKey key;
        std::optional<ProcessInstanceKey> instance;  ///< absent: a start event
    };

    explicit WaitingSignals(std::size_t in_memory_max) : of_instances_(in_memory_max) {}

    void update(const SignalSubscription& row, bool is_over) {
        const Rows::Name name{row.tenant_id, row.signal_name};
        if (row.process_instance_key) {
            if (is_over) of_instances_.remove(row.key);
            else of_instances_.put(row.key, name, {}, *row.process_instance_key);
        } else if (is_over) {
            if (of_start_events_[name].erase(row.key); of_start_events_[name].empty()) of_start_events_.erase(name);
        } else {
            of_start_events_[name].insert(row.key);
        }
    }

    std::vector<Place> of(const std::string& tenant_id, const std::string& name, Reader& reader) {
        std::vector<Place> all;
        for (const auto& entry : instances_of({tenant_id, name}, reader)) all.push_back({entry.key, entry.content});
        for (const WaitingSignals* signals : {static_cast<const WaitingSignals*>(behind_), static_cast<const WaitingSignals*>(this)}) {
            if (!signals) continue;
            const auto found = signals->of_start_events_.find({tenant_id, name});
            if (found == signals->of_start_events_.end()) continue;
            for (const SignalSubscriptionKey key : found->second) all.push_back({key, {}});
        }
        std::sort(all.begin(), all.end(), [](const Place& a, const Place& b) { return a.key < b.key; });
        return all;
    }

    /// What this one doesn't know is asked of another, which must outlive it.
    void look_behind(WaitingSignals* behind) { behind_ = behind; }

    void committed() { of_instances_.committed(); }
    void clear() {
        of_instances_.clear();
        of_start_events_.clear();
    }

  private:
    using Rows = NamedRows<std::monostate, SignalSubscriptionKey, ProcessInstanceKey>;

    struct Source {
        WaitingSignals* behind;
        Reader& reader;

        static Query query_of(const Rows::Name& name) {
            return Query{}.where_equals("signalName", name.second).where_equals("tenantId", name.first).where("processInstanceKey", Operator::Exists);
        }
        static Rows::Entry entry_of(const SignalSubscription& row, bool waits = true) { return {row.key, {}, *row.process_instance_key, waits}; }

        Rows::Entries all(const Rows::Name& name, std::size_t count) const {
            const auto rows = find<SignalSubscription>(reader, query_of(name).first(count)).rows;
            const auto suspended = suspended_of(reader, rows);
            Rows::Entries entries;
            for (const auto& row : rows) entries.push_back(entry_of(row, !suspended.contains(*row.process_instance_key)));
            return entries;
        }
        Rows::Entries of(const Rows::Name& name, std::monostate) const {
            if (behind) return behind->instances_of(name, reader);
            Rows::Entries entries;
            for (const auto& row : rows_that_wait<SignalSubscription>(reader, query_of(name))) entries.push_back(entry_of(row));
            return entries;
        }
    };

    Rows::Entries instances_of(const Rows::Name& name, Reader& reader) { return of_instances_.of(name, {}, Source{behind_, reader}); }

    WaitingSignals* behind_ = nullptr;
    Rows of_instances_;
    std::map<Rows::Name, std::set<SignalSubscriptionKey>> of_start_events_;  ///< all of them
};

}  // namespace dandori::engine
