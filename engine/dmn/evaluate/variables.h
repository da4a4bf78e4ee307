#pragma once
// The scopes that boxed expressions are evaluated in. A function made in one may outlive the evaluation, so they are
// shared, and hold the values they need.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/feel/expression.h"

namespace dandori::dmn {

using ScopePointer = std::shared_ptr<const feel::Scope>;

/// Some names with their values, before those of an outer scope.
class Variables : public feel::Scope {
  public:
    explicit Variables(ScopePointer outer = nullptr) : outer_(std::move(outer)) {}

    void add(std::string name, feel::Value value) { entries_.emplace_back(std::move(name), std::move(value)); }
    /// Replaces the value of the entry added last.
    void replace_last(feel::Value value) { entries_.back().second = std::move(value); }
    std::optional<feel::Value> find(std::string_view name) const override;
    std::vector<std::string> names() const override;

  private:
    std::vector<std::pair<std::string, feel::Value>> entries_;
    ScopePointer outer_;
};

/// An item of a list that is filtered: its entries, if it is a context, then `item`, then the outer scope.
class ItemVariables : public feel::Scope {
  public:
    ItemVariables(feel::Value item, ScopePointer outer) : item_(std::move(item)), outer_(std::move(outer)) {}

    std::optional<feel::Value> find(std::string_view name) const override;
    std::vector<std::string> names() const override;

  private:
    feel::Value item_;
    ScopePointer outer_;
};

}  // namespace dandori::dmn
