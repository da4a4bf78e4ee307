// The variables that are visible from a user task: of its own scope and of all around it.
#include <algorithm>
#include <array>
#include <map>

#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"
#include "adapters/rest/variable_text.h"

namespace dandori::rest {
namespace {

using engine::Cell;
using engine::Operator;
using engine::UserTask;
using engine::Variable;

constexpr std::size_t scope_depth_max = 1'000;

/// The scopes of a task from the inside out: its element instance, the sub-processes around it, the process instance.
std::vector<Cell> scopes_of(engine::Reader& reader, const UserTask& task) {
    std::vector<Cell> scopes;
    std::int64_t scope = task.element_instance_key.value;
    while (scope != task.process_instance_key.value && scopes.size() < scope_depth_max) {
        scopes.emplace_back(scope);
        const auto element = engine::get<engine::ElementInstance>(reader, engine::ElementInstanceKey{scope});
        if (!element) break;
        scope = element->scope_key.value;
    }
    scopes.emplace_back(task.process_instance_key.value);
    return scopes;
}

struct TaskVariables {
    engine::Query query;       ///< what the search asks for, within the task's scopes
    std::vector<Cell> scopes;  ///< from the inside out
};

/// None where there is no such task for the caller; then the call has been answered.
Result<std::optional<TaskVariables>> read_task_variables(Call& call, const SearchRules& rules) {
    const auto key = TRY(call.key<engine::UserTaskKey>("userTaskKey"));
    auto query = TRY(read_search(shape_of<Variable>(), rules, call.json));
    const auto task = visible_row<UserTask>(call, key);
    if (!task) {
        call.reply.not_found("User task", key.value);
        return std::optional<TaskVariables>{};
    }
    auto scopes = scopes_of(call.reader(), *task);
    query.where_equals("processInstanceKey", task->process_instance_key).where("scopeKey", Operator::In, scopes);
    return std::optional<TaskVariables>{{std::move(query), std::move(scopes)}};
}

Result<void> search_task_variables(Call& call) {
    const bool cut = TRY(cuts_values(call));
    const auto asked = TRY(read_task_variables(call, {.special = truncated_filter}));
    if (!asked) return {};
    const auto found = engine::find<Variable>(call.reader(), asked->query);
    JsonText json;
    json.begin_object().name("items").begin_array();
    for (const auto& variable : found.rows) write_variable(json, variable, cut);
    json.end_array();
    write_page(json, found.total, found.start, found.end, asked->query.sort);
    call.reply.json(json.end_object().take());
    return {};
}

Result<void> search_effective_variables(Call& call) {
    const bool cut = TRY(cuts_values(call));
    const auto asked = TRY(read_task_variables(call, {.special = truncated_filter, .takes_no_cursors = true}));
    if (!asked) return {};
    const auto depth_of = [&](const Variable& variable) {
        return std::find(asked->scopes.begin(), asked->scopes.end(), engine::to_cell(variable.scope_key)) -
               asked->scopes.begin();
    };
    auto query = asked->query;
    query.from = 0;
    query.first(page_limit_max);
    auto found = engine::find<Variable>(call.reader(), query);
    std::map<std::string, std::ptrdiff_t> innermost;
    for (const auto& variable : found.rows) {
        const auto depth = depth_of(variable);
        const auto [it, is_new] = innermost.try_emplace(variable.name, depth);
        if (!is_new) it->second = std::min(it->second, depth);
    }
    std::erase_if(found.rows, [&](const Variable& variable) { return depth_of(variable) > innermost[variable.name]; });
    const auto from = std::min(asked->query.from, found.rows.size());
    const auto count = std::min(asked->query.limit, found.rows.size() - from);
    const auto begin = found.rows.begin() + static_cast<std::ptrdiff_t>(from);
    call.reply.json(variables_text({begin, begin + static_cast<std::ptrdiff_t>(count)}, found.rows.size(), cut));
    return {};
}

}  // namespace

std::vector<Route> user_task_variable_routes() {
    return {
        {"POST", "/user-tasks/{userTaskKey}/variables/search", Who::Admitted, search_task_variables},
        {"POST", "/user-tasks/{userTaskKey}/effective-variables/search", Who::Admitted, search_effective_variables}};
}

}  // namespace dandori::rest
