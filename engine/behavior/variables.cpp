#include "engine/behavior/variables.h"

#include "engine/behavior/data_flow.h"
#include "engine/feel/json.h"

namespace dandori::engine {

std::optional<ScopeKey> parent_of(const InstanceRows& rows, ScopeKey scope) {
    if (scope == scope_of(rows.key)) return {};
    const ElementInstance* element = rows.elements.find(ElementInstanceKey{scope.value});
    return element ? element->scope_key : scope_of(rows.key);
}

bool is_scope(const InstanceRows& rows, ScopeKey scope) {
    return scope == scope_of(rows.key) || rows.elements.find(ElementInstanceKey{scope.value}) != nullptr;
}

namespace {

/// Behind it are the cluster variables; a variable of this name hides them.
constexpr std::string_view shared_name = "camunda";

/// Puts the results that lie beside a list into their places.
void put_loop_values(InstanceRows& rows, ScopeKey scope, std::string_view name, feel::Value& list) {
    if (rows.loop_values.empty() || !list.is_list()) return;
    feel::List items;
    for (const LoopValueKey key : rows.loop_values.keys_of(scope)) {
        const LoopValue& row = *rows.loop_values.find(key);
        if (row.variable != name || row.place < 1) continue;
        if (items.empty()) items = list.as_list();
        const auto place = static_cast<std::size_t>(row.place);
        if (items.size() < place) items.resize(place);
        auto read = feel::from_json(row.value.text);
        if (read) items[place - 1] = std::move(*read);
    }
    if (!items.empty()) list = feel::Value(std::move(items));
}

const feel::Value& value_of_known(InstanceRows& rows, ScopeKey scope, std::string_view name, KnownVariable& known) {
    if (!known.value) {
        const Variable* row = rows.variables.find(known.key);
        auto read = row ? feel::from_json(row->value) : Result<feel::Value>(feel::Value{});
        known.value = read ? std::move(*read) : feel::Value{};
        put_loop_values(rows, scope, name, *known.value);
    }
    return *known.value;
}

/// What is read back is what was written: texts of dates, not dates. Of what is plain the two are the same.
void remember_value(KnownVariable& known, const feel::Value& value) {
    if (value.is_null() || value.is_boolean() || value.to_integer()) known.value = value;
    else known.value.reset();
}

/// The list is written whole now.
void drop_loop_values(InstanceRows& rows, ScopeKey scope, std::string_view name) {
    for (const LoopValueKey key : rows.loop_values.keys_of(scope)) {
        if (rows.loop_values.find(key)->variable == name) rows.loop_values.remove(key);
    }
}

}  // namespace

std::optional<feel::Value> local_variable(InstanceRows& rows, ScopeKey scope, std::string_view name) {
    KnownVariable* known = rows.known_variables.find(scope, name);
    if (!known) return {};
    return value_of_known(rows, scope, name, *known);
}

std::optional<feel::Value> visible_variable(InstanceRows& rows, ScopeKey scope, std::string_view name) {
    for (std::optional<ScopeKey> at = scope; at; at = parent_of(rows, *at)) {
        if (KnownVariable* known = rows.known_variables.find(*at, name)) return value_of_known(rows, *at, name, *known);
    }
    if (rows.shared && name == shared_name) return *rows.shared;
    return {};
}

std::optional<ScopeKey> scope_of_variable(const InstanceRows& rows, ScopeKey from, std::string_view name) {
    for (std::optional<ScopeKey> at = from; at; at = parent_of(rows, *at)) {
        if (rows.known_variables.find(*at, name)) return at;
    }
    return {};
}

void merge_json(feel::Context& context, const Json& json) {
    const auto value = feel::from_json(json.text);
    if (!value || !value->is_context()) return;
    for (const auto& [name, member] : value->as_context().entries()) context.put(name, member);
}

feel::Value local_variables(InstanceRows& rows, ScopeKey scope) {
    feel::Context context;
    if (auto* variables = rows.known_variables.of(scope)) {
        for (KnownVariable& known : *variables) context.put(known.name, value_of_known(rows, scope, known.name, known));
    }
    return context;
}

feel::Value visible_variables(InstanceRows& rows, ScopeKey scope, const std::vector<std::string>& names) {
    feel::Context context;
    if (!names.empty()) {
        for (const std::string& name : names) {
            if (auto value = visible_variable(rows, scope, name)) context.put(name, std::move(*value));
        }
        return context;
    }
    for (std::optional<ScopeKey> at = scope; at; at = parent_of(rows, *at)) {
        auto* variables = rows.known_variables.of(*at);
        if (!variables) continue;
        for (KnownVariable& known : *variables) {
            if (!context.find(known.name)) context.put(known.name, value_of_known(rows, *at, known.name, known));
        }
    }
    return context;
}

void set_variable(World& world, InstanceRows& rows, ScopeKey scope, const std::string& name, feel::Value value) {
    const auto note_change = [&](bool is_new) {
        if (!rows.conditions.empty()) rows.changes.push_back({scope, name, is_new});
    };
    std::string json = feel::to_json(value);
    if (KnownVariable* known = rows.known_variables.find(scope, name)) {
        if (!rows.loop_values.empty()) drop_loop_values(rows, scope, name);
        if (Variable* row = rows.variables.change(known->key)) {
            if (row->value != json) note_change(false);
            row->value = std::move(json);
            remember_value(*known, value);
            return;
        }
    }
    Variable row;
    row.key = {world.next_key()};
    row.scope_key = scope;
    row.name = name;
    row.value = std::move(json);
    row.process_instance_key = rows.key;
    if (const ProcessInstance* process = rows.process()) {
        row.root_process_instance_key = process->root_process_instance_key;
        row.tenant_id = process->tenant_id;
    }
    remember_value(rows.known_variables.put(scope, name, row.key), value);
    rows.variables.put(std::move(row));
    note_change(true);
}

void begin_data_objects(World& world, InstanceRows& rows, ScopeKey scope, const std::vector<CompiledDataObject>& objects) {
    if (objects.empty()) return;
    for (const CompiledDataObject& object : objects) {
        if (local_variable(rows, scope, object.variable)) continue;
        set_variable(world, rows, scope, object.variable, object.is_collection ? feel::Value(feel::List{}) : feel::Value{});
    }
    set_variable(world, rows, scope, data_states_variable, feel::Context{});
}

void propagate_variable(World& world, InstanceRows& rows, ScopeKey from, const std::string& name, feel::Value value) {
    ScopeKey target = from;
    for (std::optional<ScopeKey> at = from; at; at = parent_of(rows, *at)) {
        target = *at;
        if (rows.known_variables.find(*at, name)) break;
    }
    set_variable(world, rows, target, name, std::move(value));
}

void add_loop_value(World& world, InstanceRows& rows, ScopeKey scope, const std::string& list, std::int32_t place,
                    const feel::Value& value) {
    LoopValue row;
    row.key = {world.next_key()};
    row.process_instance_key = rows.key;
    row.scope_key = scope;
    row.variable = list;
    row.place = place;
    row.value.text = feel::to_json(value);
    rows.loop_values.put(std::move(row));
    if (KnownVariable* known = rows.known_variables.find(scope, list)) known->value.reset();
}

void forget_variables(InstanceRows& rows, ScopeKey scope) {
    if (!rows.loop_values.empty()) {
        for (const LoopValueKey key : rows.loop_values.keys_of(scope)) rows.loop_values.remove(key);
    }
    rows.loop_inputs.erase(scope);
    const auto* variables = rows.known_variables.of(scope);
    if (!variables) return;
    for (const KnownVariable& known : *variables) rows.variables.forget(known.key);
    rows.known_variables.forget(scope);
}

std::vector<std::string> VariableScope::names() const {
    std::vector<std::string> names;
    for (std::optional<ScopeKey> at = scope_; at; at = parent_of(rows_, *at)) {
        const auto* variables = rows_.known_variables.of(*at);
        if (!variables) continue;
        for (const KnownVariable& known : *variables) names.push_back(known.name);
    }
    return names;
}

}  // namespace dandori::engine
