// Contexts (DMN 1.5, 10.3.4.9).
#include "engine/feel/functions/arguments.h"

namespace dandori::feel {
namespace {

/// A path of names from one string or a list of strings; none if it is anything else or empty.
std::optional<std::vector<std::string>> path_of(const Value& value) {
    if (value.is_string()) return std::vector{value.as_string()};
    if (!value.is_list() || value.as_list().empty()) return {};
    std::vector<std::string> path;
    for (const Value& part : value.as_list()) {
        if (!part.is_string()) return {};
        path.push_back(part.as_string());
    }
    return path;
}

Value get_value(Call& call) {
    if (!call[0].is_context()) return needs(call, 0, "a context");
    const auto path = path_of(call[1]);
    if (!path) return needs(call, 1, "a string or a list of strings");
    const Value* at = &call[0];
    for (const std::string& name : *path) {
        at = at->is_context() ? at->as_context().find(name) : nullptr;
        if (at == nullptr) return call.null("The context has no entry '" + name + "'.");
    }
    return *at;
}

Value get_entries(Call& call) {
    if (!call[0].is_context()) return needs(call, 0, "a context");
    List entries;
    for (const auto& [name, value] : call[0].as_context().entries()) {
        entries.emplace_back(Context({{"key", name}, {"value", value}}));
    }
    return entries;
}

Value put(Call& call) {
    if (!call[0].is_context()) return needs(call, 0, "a context");
    const auto path = path_of(call[1]);
    if (!path) return needs(call, 1, "a string or a list of strings");
    if (path->size() > value_nesting_max) return needs(call, 1, "a shorter path");
    const Value* at = &call[0];
    for (std::size_t index = 0; index + 1 < path->size() && at != nullptr; ++index) {
        at = at->as_context().find((*path)[index]);
        if (at != nullptr && !at->is_context()) {
            return call.null("'" + (*path)[index] + "' is " + described(*at) + ", no context to put an entry into.");
        }
    }
    return with_member(call[0], *path, call[2]);
}

Value put_by_key(Call& call) {
    if (!call[1].is_string()) return needs(call, 1, "a string");
    return put(call);
}

Value merge(Call& call) {
    const auto contexts = items_of(call[0]);
    if (!contexts) return needs(call, 0, "a list of contexts");
    Context merged;
    for (const Value& context : *contexts) {
        if (!context.is_context())
            return call.null("'contexts' of 'context merge' holds " + described(context) + "; contexts are needed.");
        for (const auto& [name, value] : context.as_context().entries()) merged.put(name, value);
    }
    return merged;
}

Value from_entries(Call& call) {
    const auto entries = items_of(call[0]);
    if (!entries) return needs(call, 0, "a list of contexts with 'key' and 'value'");
    Context context;
    for (const Value& entry : *entries) {
        const Value* key = entry.is_context() ? entry.as_context().find("key") : nullptr;
        const Value* value = entry.is_context() ? entry.as_context().find("value") : nullptr;
        if (key == nullptr || value == nullptr || !key->is_string()) {
            return call.null("An entry is " + described(entry) +
                             "; a context with a string 'key' and a 'value' is needed.");
        }
        if (context.find(key->as_string()) != nullptr)
            return call.null("Two entries have the key '" + key->as_string() + "'.");
        context.put(key->as_string(), *value);
    }
    return context;
}

}  // namespace

void add_context_functions(FunctionLibrary& library) {
    library.add("get value", {"m", "key"}, get_value);
    library.add("get value", {"context", "key"}, get_value);
    library.add("get value", {"context", "keys"}, get_value);
    library.add("get entries", {"m"}, get_entries);
    library.add("get entries", {"context"}, get_entries);
    library.add("context put", {"context", "keys", "value"}, put);
    library.add("context put", {"context", "key", "value"}, put_by_key);
    library.add("context merge", {"contexts"}, merge);
    library.add("context", {"entries"}, from_entries);
}

}  // namespace dandori::feel
