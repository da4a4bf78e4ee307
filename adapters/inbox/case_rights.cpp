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

/// The case's variable `requester` has the person's address; none for a person without one.
std::optional<engine::Related> asked_for_by(const Accounts& accounts, const engine::Actor& actor) {
    const auto user = accounts.find(actor.username);
    if (!user || !user->email || user->email->empty()) return std::nullopt;
    const auto quoted = "*" + like_text(json_text(*user->email)) + "*";
    return engine::Related{
        "variable",
        "processInstanceKey",
        "processInstanceKey",
        {{"name", Operator::Equals, {std::string("requester")}}, {"value", Operator::Like, {quoted}}},
        false};
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
    if (auto related = asked_for_by(accounts, *actor)) groups.push_back({{}, {std::move(*related)}});
    return groups;
}

bool has_asked_for(engine::Reader& reader, const Accounts& accounts, const engine::Actor& actor,
                   const engine::ProcessInstance& instance) {
    if (instance.started_by == actor.username) return true;
    auto related = asked_for_by(accounts, actor);
    if (!related) return false;
    auto query = engine::Query{}.where_equals("processInstanceKey", instance.key).first(1);
    query.all.related.push_back(std::move(*related));
    return !engine::find<engine::ProcessInstance>(reader, query).rows.empty();
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
