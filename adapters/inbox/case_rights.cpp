#include "adapters/inbox/case_rights.h"

#include <algorithm>

#include "adapters/inbox/like_text.h"

namespace dandori::inbox {
namespace {

using engine::Condition;
using engine::Group;
using engine::Operator;

Group with_task(Condition condition) {
    return {{}, {{"user_task", "processInstanceKey", "processInstanceKey", {std::move(condition)}, false}}};
}

bool fits_starter(const std::string& group, const std::string& starter) {
    if (!starter.ends_with('*')) return group == starter;
    return group.starts_with(starter.substr(0, starter.size() - 1));
}

}  // namespace

bool sees_everything(const std::optional<engine::Actor>& actor) {
    if (!actor || actor->is_administrator) return true;
    return std::any_of(actor->groups.begin(), actor->groups.end(),
                       [](const auto& group) { return group.starts_with("iom.") || group == "administrators"; });
}

std::vector<Group> visible_cases(const Accounts& accounts, const std::optional<engine::Actor>& actor) {
    if (sees_everything(actor)) return {};
    const engine::Cell username = actor->username;
    std::vector<Group> groups{{{{"startedBy", Operator::Equals, {username}}}, {}},
                              with_task({"assignee", Operator::Equals, {username}}),
                              with_task({"completedBy", Operator::Equals, {username}}),
                              with_task({"candidateUsers", Operator::Equals, {username}})};
    if (!actor->groups.empty()) {
        std::vector<engine::Cell> cells(actor->groups.begin(), actor->groups.end());
        groups.push_back(with_task({"candidateGroups", Operator::In, std::move(cells)}));
    }
    const auto user = accounts.find(actor->username);
    if (user && user->email && !user->email->empty()) {
        const auto quoted = "*" + like_text(json_text(*user->email)) + "*";
        groups.push_back(
            {{},
             {{"variable",
               "processInstanceKey",
               "processInstanceKey",
               {{"name", Operator::Equals, {std::string("requester")}}, {"value", Operator::Like, {quoted}}},
               false}}});
    }
    return groups;
}

bool may_see_case(engine::Reader& reader, const Accounts& accounts, const std::optional<engine::Actor>& actor,
                  engine::ProcessInstanceKey key) {
    auto query = engine::Query{}.where_equals("processInstanceKey", key).first(1);
    if (auto visible = visible_cases(accounts, actor); !visible.empty()) query.any_of.push_back(std::move(visible));
    return !engine::find<engine::ProcessInstance>(reader, query).rows.empty();
}

bool may_start(const CaseModel& model, const std::optional<engine::Actor>& actor) {
    if (model.starters.empty() || !actor || actor->is_administrator) return true;
    return std::any_of(model.starters.begin(), model.starters.end(), [&](const auto& starter) {
        return std::any_of(actor->groups.begin(), actor->groups.end(),
                           [&](const auto& group) { return fits_starter(group, starter); });
    });
}

}  // namespace dandori::inbox
