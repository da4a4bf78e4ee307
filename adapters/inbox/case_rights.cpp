#include "adapters/inbox/case_rights.h"

#include <algorithm>

#include "adapters/inbox/like_text.h"
#include "engine/identity/visible.h"

namespace dandori::inbox {
namespace {

using engine::Operator;

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

bool is_of_the_desk(const std::optional<engine::Actor>& actor) {
    return engine::may(actor ? &*actor : nullptr, engine::ResourceType::Component, engine::Permission::Access, "operate");
}

void limit_to_visible_cases(engine::Query& query, const Accounts& accounts, const std::optional<engine::Actor>& actor) {
    if (!actor) return;
    engine::limit_to_tenants(query, engine::ProcessInstance::table, &*actor);
    auto groups = engine::visible_groups(engine::ProcessInstance::table, &*actor);
    if (!groups) return;
    if (auto related = asked_for_by(accounts, *actor)) groups->push_back({{}, {std::move(*related)}});
    query.any_of.push_back(std::move(*groups));
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
    limit_to_visible_cases(query, accounts, actor);
    return !engine::find<engine::ProcessInstance>(reader, query).rows.empty();
}

bool works_on_case(engine::Reader& reader, const std::optional<engine::Actor>& actor, engine::ProcessInstanceKey key) {
    if (!actor) return true;
    auto query = engine::Query{}.where_equals("processInstanceKey", key).where_equals("state", engine::UserTaskState::Created).first(1);
    std::vector<engine::Group> ways;
    ways.push_back({{{"assignee", Operator::Equals, {engine::to_cell(actor->username)}}}, {}});
    ways.push_back({{{"candidateUsers", Operator::Equals, {engine::to_cell(actor->username)}}}, {}});
    std::vector<engine::Cell> groups;
    for (const auto& group : actor->groups) groups.push_back(engine::to_cell(group));
    if (!groups.empty()) ways.push_back({{{"candidateGroups", Operator::In, std::move(groups)}}, {}});
    query.any_of.push_back(std::move(ways));
    return !engine::find<engine::UserTask>(reader, query).rows.empty();
}

bool may_start(const CaseModel& model, const std::optional<engine::Actor>& actor) {
    using engine::Permission, engine::ResourceType;
    if (engine::may(actor ? &*actor : nullptr, ResourceType::ProcessDefinition, Permission::CreateProcessInstance, model.process_id))
        return true;
    if (!actor->grants.allow_by("starters", ResourceType::ProcessDefinition, Permission::CreateProcessInstance)) return false;
    if (model.starters.empty()) return true;
    return std::any_of(model.starters.begin(), model.starters.end(), [&](const auto& starter) {
        return std::any_of(actor->groups.begin(), actor->groups.end(),
                           [&](const auto& group) { return fits_starter(group, starter); });
    });
}

}  // namespace dandori::inbox
