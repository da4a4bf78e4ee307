#include "engine/dmn/evaluate/variables.h"

namespace dandori::dmn {

std::optional<feel::Value> Variables::find(std::string_view name) const {
    for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
        if (entry->first == name) return entry->second;
    }
    return outer_ ? outer_->find(name) : std::nullopt;
}

std::vector<std::string> Variables::names() const {
    std::vector<std::string> all = outer_ ? outer_->names() : std::vector<std::string>();
    for (const auto& entry : entries_) all.push_back(entry.first);
    return all;
}

std::optional<feel::Value> ItemVariables::find(std::string_view name) const {
    if (item_.is_context()) {
        if (const feel::Value* entry = item_.as_context().find(name)) return *entry;
    }
    if (name == "item") return item_;
    return outer_ ? outer_->find(name) : std::nullopt;
}

std::vector<std::string> ItemVariables::names() const {
    std::vector<std::string> all = outer_ ? outer_->names() : std::vector<std::string>();
    all.push_back("item");
    if (item_.is_context()) {
        for (const feel::Context::Entry& entry : item_.as_context().entries()) all.push_back(entry.first);
    }
    return all;
}

}  // namespace dandori::dmn
