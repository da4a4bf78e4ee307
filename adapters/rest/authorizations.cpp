// Mapping rules and authorizations: from a token's claims to roles and groups, and what those may do.
#include <boost/json.hpp>

#include "adapters/rest/directory.h"
#include "adapters/rest/routes.h"

namespace dandori::rest {
namespace {

using engine::Authorization;
using engine::MappingRule;
using engine::Permission;
using engine::ResourceType;

Result<void> read_rule(Body& body, MappingRule& rule) {
    rule.claim_name = TRY(body.required_text("claimName"));
    rule.claim_value = TRY(body.required_text("claimValue"));
    rule.name = TRY(body.required_text("name"));
    return body.nothing_else();
}

Result<void> create_mapping_rule(Call& call) {
    auto body = TRY(call.body());
    MappingRule rule;
    rule.id = TRY(body.required_text("mappingRuleId"));
    TRY(read_rule(body, rule));
    return put_entry(call, std::move(rule), true);
}

Result<void> update_mapping_rule(Call& call) {
    auto body = TRY(call.body());
    MappingRule rule;
    rule.id = path_text(call, "mappingRuleId");
    TRY(read_rule(body, rule));
    return put_entry(call, std::move(rule), false);
}

template <class E>
Result<E> required_name(Body& body, std::string_view member) {
    const auto text = TRY(body.required_text(member));
    if (const auto value = engine::value_of<E>(text)) return *value;
    std::string names;
    for (const auto name : engine::names_of<E>) names += (names.empty() ? "" : ", ") + std::string(name);
    return fail(Failure::Kind::Syntax, "'" + body.full_name(member) + "' is '" + text + "', but must be one of " + names + ".");
}

Result<Authorization> read_authorization(Call& call) {
    auto body = TRY(call.body());
    Authorization row;
    row.owner_id = TRY(body.required_text("ownerId"));
    row.owner_type = TRY(required_name<engine::OwnerType>(body, "ownerType"));
    row.resource_type = TRY(required_name<ResourceType>(body, "resourceType"));
    row.resource_id = TRY(body.text("resourceId"));
    row.resource_property = TRY(body.text("resourcePropertyName"));
    row.permissions = TRY(body.text_list("permissionTypes")).value_or(std::vector<std::string>{});
    TRY(body.nothing_else());
    return row;
}

Result<void> create_authorization(Call& call) {
    call.submit("CREATE", engine::PutAuthorization{TRY(read_authorization(call))},
                [](const Reply& reply, const engine::PutAuthorization::Answer& answer) {
                    JsonText json;
                    json.begin_object().name("authorizationKey").key(answer.key.value).end_object();
                    reply.json(json.take(), 201);
                });
    return {};
}

Result<void> update_authorization(Call& call) {
    const auto key = TRY(call.key<engine::AuthorizationKey>("authorizationKey"));
    auto row = TRY(read_authorization(call));
    row.key = key;
    call.submit("UPDATE", engine::PutAuthorization{std::move(row)},
                [](const Reply& reply, const engine::PutAuthorization::Answer&) { reply.no_content(); });
    return {};
}

Result<void> delete_authorization(Call& call) {
    call.submit_done("DELETE", engine::RemoveAuthorization{TRY(call.key<engine::AuthorizationKey>("authorizationKey"))});
    return {};
}

Result<void> get_authorization(Call& call) { return answer_row<Authorization>(call, "Authorization"); }

/// `resourceIds` and `resourcePropertyNames` are lists of which one must be it.
Result<bool> filter_by_list(std::string_view name, const boost::json::value& value, engine::Group& group) {
    const bool is_ids = name == "resourceIds";
    if (!is_ids && name != "resourcePropertyNames") return false;
    engine::Condition condition{is_ids ? "resourceId" : "resourcePropertyName", engine::Operator::In, {}};
    for (auto& text : TRY(read_text_list(value, "filter." + std::string(name)))) condition.operands.emplace_back(std::move(text));
    group.conditions.push_back(std::move(condition));
    return true;
}

Result<void> search_authorizations(Call& call) { return answer_search<Authorization>(call, {.special = filter_by_list}); }

}  // namespace

std::vector<Route> mapping_rule_routes() {
    constexpr auto type = ResourceType::MappingRule;
    return {{"POST", "/mapping-rules", who_may(type, Permission::Create), create_mapping_rule},
            {"POST", "/mapping-rules/search", Who::Admitted, search_entries<MappingRule>},
            {"GET", "/mapping-rules/{mappingRuleId}", Who::Admitted, get_entry<MappingRule>},
            {"PUT", "/mapping-rules/{mappingRuleId}", who_may(type, Permission::Update), update_mapping_rule},
            {"DELETE", "/mapping-rules/{mappingRuleId}", who_may(type, Permission::Delete), remove_entry<MappingRule>}};
}

std::vector<Route> authorization_routes() {
    constexpr auto type = ResourceType::Authorization;
    return {{"POST", "/authorizations", who_may(type, Permission::Create), create_authorization},
            {"POST", "/authorizations/search", Who::Admitted, search_authorizations},
            {"GET", "/authorizations/{authorizationKey}", Who::Admitted, get_authorization},
            {"PUT", "/authorizations/{authorizationKey}", who_may(type, Permission::Update), update_authorization},
            {"DELETE", "/authorizations/{authorizationKey}", who_may(type, Permission::Delete), delete_authorization}};
}

}  // namespace dandori::rest
