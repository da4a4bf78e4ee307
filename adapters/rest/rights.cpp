#include "adapters/rest/rights.h"

#include <algorithm>

#include "engine/port/row_kind.h"

namespace dandori::rest {
namespace {

using engine::Cell;
using engine::Condition;
using engine::Group;
using engine::Operator;
using engine::Related;

/// Each of these makes a user task concern a person.
std::vector<Condition> ways_to_a_task(const engine::Actor& actor) {
    std::vector<Condition> ways;
    for (const auto* field : {"assignee", "candidateUsers", "completedBy"})
        ways.push_back({field, Operator::Equals, {Cell{actor.username}}});
    if (!actor.groups.empty()) {
        auto& groups = ways.emplace_back(Condition{"candidateGroups", Operator::In, {}});
        for (const auto& group : actor.groups) groups.operands.emplace_back(group);
    }
    return ways;
}

}  // namespace

bool may_do_everything(const http::Caller& caller) { return !caller.actor || caller.actor->is_administrator; }

bool may_work(const http::Caller& caller) {
    if (may_do_everything(caller)) return true;
    const auto& groups = caller.actor->groups;
    return std::find(groups.begin(), groups.end(), workers_group) != groups.end();
}

bool may_operate(const http::Caller& caller) { return may_do_everything(caller) || caller.may_operate; }

void limit_to_own(engine::Query& query, std::string_view table, const http::Caller& caller) {
    if (may_do_everything(caller)) return;
    const bool is_a_definition = table == "process_definition" || table == "decision_definition" ||
                                 table == "decision_requirements" || table == "form" || table == "resource";
    if (is_a_definition || (table == "job" && may_work(caller))) return;
    const bool is_of_an_instance = table == "process_instance" || table == "element_instance" || table == "variable" ||
                                   table == "user_task" || table == "incident" || table == "job" || table == "decision_instance";
    const bool is_of_a_batch = table == "batch_operation" || table == "batch_operation_item";
    if ((is_of_an_instance || is_of_a_batch) && may_operate(caller)) return;
    const auto& actor = *caller.actor;
    std::vector<Group> ways;
    if (table == "user_task") {
        for (auto& condition : ways_to_a_task(actor)) ways.push_back({{std::move(condition)}, {}});
    } else if (table == "process_instance" || table == "element_instance" || table == "variable") {
        const Condition started{"startedBy", Operator::Equals, {Cell{actor.username}}};
        if (table == "process_instance")
            ways.push_back({{started}, {}});
        else
            ways.push_back({{}, {Related{"process_instance", "processInstanceKey", "processInstanceKey", {started}}}});
        for (auto& condition : ways_to_a_task(actor))
            ways.push_back(
                {{}, {Related{"user_task", "processInstanceKey", "processInstanceKey", {std::move(condition)}}}});
    } else {
        const auto& primary_key = engine::row_kind(table).fields.front();
        ways.push_back({{Condition{std::string(primary_key.name), Operator::In, {}}}, {}});
    }
    query.any_of.push_back(std::move(ways));
}

}  // namespace dandori::rest
