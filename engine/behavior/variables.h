#pragma once
// The variables of an instance: scopes within scopes. Camunda 8's rules (ZEEBE-EXTENSIONS, section 3).

#include "engine/behavior/world.h"

namespace dandori::engine {

/// The scope around a scope; absent for the process instance.
std::optional<ScopeKey> parent_of(const InstanceRows&, ScopeKey);
/// Whether the scope is that of something that is not over.
bool is_scope(const InstanceRows&, ScopeKey);

std::optional<feel::Value> local_variable(InstanceRows&, ScopeKey, std::string_view name);
/// Looks upward; absent if no scope has it.
std::optional<feel::Value> visible_variable(InstanceRows&, ScopeKey, std::string_view name);
/// The scope whose variable of that name is the one seen from `from`; absent if no scope has it.
std::optional<ScopeKey> scope_of_variable(const InstanceRows&, ScopeKey from, std::string_view name);
/// Puts the members of a JSON object into the context; later ones win.
void merge_json(feel::Context&, const Json&);
/// All that is visible, or those of these names, as a context.
feel::Value visible_variables(InstanceRows&, ScopeKey, const std::vector<std::string>& names = {});
feel::Value local_variables(InstanceRows&, ScopeKey);

/// Begins the data objects of a scope: null, or an empty list; what has a value already keeps it.
void begin_data_objects(World&, InstanceRows&, ScopeKey, const std::vector<CompiledDataObject>&);
void set_variable(World&, InstanceRows&, ScopeKey, const std::string& name, feel::Value value);
/// Where the variable exists, looking upward from `from`, else at the root.
void propagate_variable(World&, InstanceRows&, ScopeKey from, const std::string& name, feel::Value value);
/// A result for a place, from 1, of a list that is a local variable of the scope; whoever reads the variable sees it there. Costs
/// the same however long the list is. An empty name: no variable, only kept beside the scope.
void add_loop_value(World&, InstanceRows&, ScopeKey, const std::string& list, std::int32_t place, const feel::Value& value);
/// A scope has ended: its variables are history.
void forget_variables(InstanceRows&, ScopeKey);

/// The variables visible from a scope, as FEEL finds them.
class VariableScope : public feel::Scope {
  public:
    VariableScope(InstanceRows& rows, ScopeKey scope) : rows_(rows), scope_(scope) {}
    std::optional<feel::Value> find(std::string_view name) const override { return visible_variable(rows_, scope_, name); }
    std::vector<std::string> names() const override;

  private:
    InstanceRows& rows_;
    ScopeKey scope_;
};

}  // namespace dandori::engine
