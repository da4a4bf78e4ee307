#pragma once
// Where the variables of an instance are, by scope and name.

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/feel/value.h"
#include "engine/state/key.h"

namespace dandori::engine {

struct KnownVariable {
    std::string name;
    VariableKey key;
    std::optional<feel::Value> value;  ///< once it was read
};

class KnownVariables {
  public:
    using OfScope = std::vector<KnownVariable>;  ///< by name

    /// Null pointer where the scope has none.
    OfScope* of(ScopeKey scope) {
        const auto found = scopes_.find(scope);
        return found == scopes_.end() ? nullptr : &found->second;
    }
    const OfScope* of(ScopeKey scope) const { return const_cast<KnownVariables*>(this)->of(scope); }

    /// Null pointer if the scope has no variable of that name.
    KnownVariable* find(ScopeKey scope, std::string_view name) {
        OfScope* variables = of(scope);
        if (!variables) return nullptr;
        const auto place = place_of(*variables, name);
        return place == variables->end() || place->name != name ? nullptr : &*place;
    }
    const KnownVariable* find(ScopeKey scope, std::string_view name) const { return const_cast<KnownVariables*>(this)->find(scope, name); }

    KnownVariable& put(ScopeKey scope, std::string_view name, VariableKey key) {
        OfScope& variables = scope_at(scope);
        auto place = place_of(variables, name);
        if (place == variables.end() || place->name != name) place = variables.insert(place, KnownVariable{std::string(name), {}, {}});
        place->key = key;
        place->value.reset();
        return *place;
    }

    void forget(ScopeKey scope) {
        const auto found = scopes_.find(scope);
        if (found != scopes_.end()) keep(scopes_.extract(found));
    }
    void clear() {
        while (!scopes_.empty()) keep(scopes_.extract(scopes_.begin()));
    }

  private:
    using Scopes = std::map<ScopeKey, OfScope>;

    static OfScope::iterator place_of(OfScope& variables, std::string_view name) {
        return std::lower_bound(variables.begin(), variables.end(), name,
                                [](const KnownVariable& each, std::string_view of) { return each.name < of; });
    }
    OfScope& scope_at(ScopeKey scope) {
        if (OfScope* there = of(scope)) return *there;
        if (spare_.empty()) return scopes_[scope];
        auto node = std::move(spare_.back());
        spare_.pop_back();
        node.key() = scope;
        return scopes_.insert(std::move(node)).position->second;
    }
    void keep(Scopes::node_type node) {
        if (spare_.size() == spare_max || node.mapped().capacity() > variables_max) return;
        node.mapped().clear();
        spare_.push_back(std::move(node));
    }

    static constexpr std::size_t spare_max = 2;      ///< scopes whose memory is kept for others
    static constexpr std::size_t variables_max = 8;  ///< with at most so many variables

    Scopes scopes_;
    std::vector<Scopes::node_type> spare_;
};

}  // namespace dandori::engine
