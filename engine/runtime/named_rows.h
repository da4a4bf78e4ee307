#pragma once
// Rows that are found by a name.

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/runtime/changed_keys.h"

namespace dandori::engine {

/// Rows by a tenant's name, and within that by some detail.
///
/// The rows of a name are all in memory from when they were first asked for, as long as they are few. Where they are many, or nobody has asked,
/// only what the batch has changed is here, and the store is asked for the others each time.
template <class Detail, class RowKey, class Content>
class NamedRows {
  public:
    using Name = std::pair<std::string, std::string>;  ///< of the tenant, and the name
    struct Entry {
        RowKey key;
        Detail detail;
        Content content;
        bool waits = true;  ///< false: it only counts
    };
    using Entries = std::vector<Entry>;

    /// More than `count_max` don't stay in memory beyond a commit; 0: no row does.
    explicit NamedRows(std::size_t count_max) : count_max_(count_max) {}

    /// The row is found by this now.
    void put(const RowKey& key, const Name& name, const Detail& detail, Content content) {
        remove(key);
        insert(groups_.try_emplace(name).first, {key, detail, std::move(content)});
    }
    /// The row waits for nothing any more.
    void remove(const RowKey& key) {
        changed_.add(key);
        if (const auto found = where_.find(key); found != where_.end()) take_out(found);
    }

    /// What has this name and detail, by key. `source.all(name, count)` gives the store's entries of a name, `count` of them if there are
    /// more; `source.of(name, detail)` gives all of these.
    template <class Source>
    Entries of(const Name& name, const Detail& detail, Source&& source) {
        Group& group = asked(name, source);
        Entries entries;
        if (!group.is_whole) {
            entries = source.of(name, detail);
            std::erase_if(entries, [&](const Entry& entry) { return changed_.contains(entry.key); });
        }
        if (const auto rows = group.details.find(detail); rows != group.details.end()) {
            for (const auto& [key, content] : rows->second) entries.push_back({key, detail, content});
        }
        if (!group.is_whole) std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
        return entries;
    }

    /// The details in memory from `first` on, each told by `visit(detail)`, which says where to go on. True: there are no others.
    template <class Source, class Visit>
    bool details_of(const Name& name, const Detail& first, Source&& source, Visit&& visit) {
        Group& group = asked(name, source);
        for (auto at = group.details.lower_bound(first); at != group.details.end();) at = group.details.lower_bound(visit(at->first));
        return group.is_whole;
    }

    /// What has changed is in the store now.
    void committed() {
        changed_.for_each([&](const RowKey& key) {
            const auto found = where_.find(key);
            if (found != where_.end() && !found->second.group->second.is_whole) take_out(found);
        });
        changed_.clear();
        if (where_.size() + groups_.size() > count_max_) forget_some();
    }

    void clear() {
        where_.clear();
        groups_.clear();
        changed_.clear();
    }

  private:
    using Details = std::map<Detail, std::map<RowKey, Content>>;
    struct Group {
        Details details;
        bool is_whole = false;  ///< all rows of the name are here
        bool are_many = false;  ///< too many to be here
        std::uint64_t asked = 0;
    };
    using Groups = std::map<Name, Group>;
    struct Where {
        typename Groups::iterator group;
        typename Details::iterator detail;
    };
    using WhereByKey = std::unordered_map<RowKey, Where>;

    void insert(typename Groups::iterator group, Entry entry) {
        const auto detail = group->second.details.try_emplace(std::move(entry.detail)).first;
        detail->second.emplace(entry.key, std::move(entry.content));
        where_[entry.key] = {group, detail};
    }

    void take_out(typename WhereByKey::iterator at) {
        const auto [group, detail] = at->second;
        detail->second.erase(at->first);
        where_.erase(at);
        if (!detail->second.empty()) return;
        group->second.details.erase(detail);
        const bool says_nothing = !group->second.is_whole && !group->second.are_many && group->second.details.empty();
        if (says_nothing) groups_.erase(group);
    }

    template <class Source>
    Group& asked(const Name& name, Source& source) {
        const auto at = groups_.try_emplace(name).first;
        Group& group = at->second;
        group.asked = ++asked_;
        if (group.is_whole || group.are_many) return group;
        const std::size_t group_max = count_max_ / 4;
        Entries entries = group_max == 0 ? Entries{} : source.all(name, group_max + 1);
        group.are_many = group_max == 0 || entries.size() > group_max;
        if (group.are_many) return group;
        for (Entry& entry : entries) {
            if (entry.waits && !changed_.contains(entry.key)) insert(at, std::move(entry));
        }
        group.is_whole = true;
        return group;
    }

    /// Those names that nobody has asked for since longest. All is in the store.
    void forget_some() {
        std::vector<typename Groups::iterator> groups;
        for (auto at = groups_.begin(); at != groups_.end(); ++at) groups.push_back(at);
        std::sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a->second.asked < b->second.asked; });
        for (const auto& at : groups) {
            if (where_.size() + groups_.size() <= count_max_ / 2) return;
            for (const auto& [detail, rows] : at->second.details) {
                for (const auto& [key, content] : rows) where_.erase(key);
            }
            groups_.erase(at);
        }
    }

    std::size_t count_max_;
    Groups groups_;
    WhereByKey where_;
    ChangedKeys<RowKey> changed_;
    std::uint64_t asked_ = 0;
};

}  // namespace dandori::engine
