// Groups, roles and tenants, and who is in them.
#include <boost/json.hpp>

#include "adapters/rest/directory.h"
#include "adapters/rest/routes.h"

namespace dandori::rest {

void rename_sort(boost::json::value& search, std::string_view name, std::string_view field) {
    auto* sorts = search.is_object() ? search.get_object().if_contains("sort") : nullptr;
    if (!sorts || !sorts->is_array()) return;
    for (auto& sort : sorts->get_array()) {
        auto* given = sort.is_object() ? sort.get_object().if_contains("field") : nullptr;
        if (given && given->is_string() && given->get_string() == name) *given = field;
    }
}

namespace {

using engine::CircleType;
using engine::Membership;
using engine::OwnerType;
using engine::Permission;

template <class Row>
Result<void> create_circle(Call& call) {
    auto body = TRY(call.body());
    Row row;
    row.id = TRY(body.required_text(EntryWords<Row>::id));
    row.name = TRY(body.required_text("name"));
    row.description = TRY(body.text("description"));
    TRY(body.nothing_else());
    return put_entry(call, std::move(row), true);
}

template <class Row>
Result<void> update_circle(Call& call) {
    auto body = TRY(call.body());
    Row row;
    row.id = path_text(call, EntryWords<Row>::id);
    row.name = TRY(body.required_text("name"));
    row.description = TRY(body.text("description"));
    TRY(body.nothing_else());
    return put_entry(call, std::move(row), false);
}

Result<void> search_tenants(Call& call) {
    rename_sort(call.json, "key", "tenantId");  // a tenant has no other key here
    return search_entries<engine::Tenant>(call);
}

constexpr std::string_view member_id(OwnerType type) {
    switch (type) {
        case OwnerType::User: return "username";
        case OwnerType::Client: return "clientId";
        case OwnerType::Group: return "groupId";
        case OwnerType::Role: return "roleId";
        default: return "mappingRuleId";
    }
}

/// Members that are known by nothing but their id: `{"items": [{"username": ...}]}`.
template <class Row, OwnerType type>
Result<void> search_members(Call& call) {
    const auto circle = entry_in_path<Row>(call);
    if (!circle) return {};
    rename_sort(call.json, member_id(type), "memberId");
    auto query = TRY(read_search(shape_of<Membership>(), {}, call.json));
    query.where_equals("circleType", EntryWords<Row>::circle).where_equals("circleId", circle->id).where_equals("memberType", type);
    const auto found = engine::find<Membership>(call.reader(), query);
    JsonText json;
    json.begin_object().name("items").begin_array();
    for (const auto& row : found.rows) json.begin_object().name(member_id(type)).text(row.member_id).end_object();
    json.end_array();
    write_page(json, found.total, found.start, found.end, query.sort);
    call.reply.json(json.end_object().take());
    return {};
}

engine::Condition is(std::string field, std::string_view value) {
    return {std::move(field), engine::Operator::Equals, {engine::Cell{std::string(value)}}};
}

/// Members with rows of their own, which are shown whole.
template <class Row, class Member, OwnerType type>
Result<void> search_member_rows(Call& call) {
    const auto circle = entry_in_path<Row>(call);
    if (!circle) return {};
    auto query = TRY(read_search(shape_of<Member>(), {}, call.json));
    query.all.related.push_back({"membership", std::string(EntryWords<Member>::id), "memberId",
                                 {is("circleType", engine::name_of(EntryWords<Row>::circle)), is("circleId", circle->id),
                                  is("memberType", engine::name_of(type))}});
    answer_page<Member>(call, std::move(query));
    return {};
}

/// The roles that a group has: here the group is the member.
Result<void> search_roles_of_group(Call& call) {
    const auto group = entry_in_path<engine::UserGroup>(call);
    if (!group) return {};
    auto query = TRY(read_search(shape_of<engine::Role>(), {}, call.json));
    query.all.related.push_back({"membership", "roleId", "circleId",
                                 {is("circleType", "ROLE"), is("memberType", "GROUP"), is("memberId", group->id)}});
    answer_page<engine::Role>(call, std::move(query));
    return {};
}

template <class Row, OwnerType type, bool is_removed>
Result<void> change_member(Call& call) {
    if (!is_removed) TRY(TRY(call.body()).nothing_else());
    engine::ChangeMembership command;
    command.membership = engine::membership(EntryWords<Row>::circle, path_text(call, EntryWords<Row>::id), type,
                                            path_text(call, member_id(type)));
    command.is_removed = is_removed;
    call.submit_done(is_removed ? "REMOVE_ENTITY" : "ADD_ENTITY", std::move(command));
    return {};
}

}  // namespace

std::vector<Route> group_routes() {
    using engine::UserGroup;
    constexpr Who may_update = who_may(engine::ResourceType::Group, Permission::Update);
    return {{"POST", "/groups", who_may(engine::ResourceType::Group, Permission::Create), create_circle<UserGroup>},
            {"POST", "/groups/search", Who::Admitted, search_entries<UserGroup>},
            {"GET", "/groups/{groupId}", Who::Admitted, get_entry<UserGroup>},
            {"PUT", "/groups/{groupId}", may_update, update_circle<UserGroup>},
            {"DELETE", "/groups/{groupId}", who_may(engine::ResourceType::Group, Permission::Delete), remove_entry<UserGroup>},
            {"POST", "/groups/{groupId}/roles/search", Who::Admitted, search_roles_of_group},
            {"POST", "/groups/{groupId}/users/search", Who::Admitted, search_members<UserGroup, OwnerType::User>},
            {"PUT", "/groups/{groupId}/users/{username}", may_update, change_member<UserGroup, OwnerType::User, false>},
            {"DELETE", "/groups/{groupId}/users/{username}", may_update, change_member<UserGroup, OwnerType::User, true>},
            {"POST", "/groups/{groupId}/clients/search", Who::Admitted, search_members<UserGroup, OwnerType::Client>},
            {"PUT", "/groups/{groupId}/clients/{clientId}", may_update, change_member<UserGroup, OwnerType::Client, false>},
            {"DELETE", "/groups/{groupId}/clients/{clientId}", may_update, change_member<UserGroup, OwnerType::Client, true>},
            {"POST", "/groups/{groupId}/mapping-rules/search", Who::Admitted, search_member_rows<UserGroup, engine::MappingRule, OwnerType::MappingRule>},
            {"PUT", "/groups/{groupId}/mapping-rules/{mappingRuleId}", may_update, change_member<UserGroup, OwnerType::MappingRule, false>},
            {"DELETE", "/groups/{groupId}/mapping-rules/{mappingRuleId}", may_update, change_member<UserGroup, OwnerType::MappingRule, true>}};
}

std::vector<Route> role_routes() {
    using engine::Role;
    constexpr Who may_update = who_may(engine::ResourceType::Role, Permission::Update);
    return {{"POST", "/roles", who_may(engine::ResourceType::Role, Permission::Create), create_circle<Role>},
            {"POST", "/roles/search", Who::Admitted, search_entries<Role>},
            {"GET", "/roles/{roleId}", Who::Admitted, get_entry<Role>},
            {"PUT", "/roles/{roleId}", may_update, update_circle<Role>},
            {"DELETE", "/roles/{roleId}", who_may(engine::ResourceType::Role, Permission::Delete), remove_entry<Role>},
            {"POST", "/roles/{roleId}/users/search", Who::Admitted, search_members<Role, OwnerType::User>},
            {"PUT", "/roles/{roleId}/users/{username}", may_update, change_member<Role, OwnerType::User, false>},
            {"DELETE", "/roles/{roleId}/users/{username}", may_update, change_member<Role, OwnerType::User, true>},
            {"POST", "/roles/{roleId}/clients/search", Who::Admitted, search_members<Role, OwnerType::Client>},
            {"PUT", "/roles/{roleId}/clients/{clientId}", may_update, change_member<Role, OwnerType::Client, false>},
            {"DELETE", "/roles/{roleId}/clients/{clientId}", may_update, change_member<Role, OwnerType::Client, true>},
            {"POST", "/roles/{roleId}/groups/search", Who::Admitted, search_members<Role, OwnerType::Group>},
            {"PUT", "/roles/{roleId}/groups/{groupId}", may_update, change_member<Role, OwnerType::Group, false>},
            {"DELETE", "/roles/{roleId}/groups/{groupId}", may_update, change_member<Role, OwnerType::Group, true>},
            {"POST", "/roles/{roleId}/mapping-rules/search", Who::Admitted, search_member_rows<Role, engine::MappingRule, OwnerType::MappingRule>},
            {"PUT", "/roles/{roleId}/mapping-rules/{mappingRuleId}", may_update, change_member<Role, OwnerType::MappingRule, false>},
            {"DELETE", "/roles/{roleId}/mapping-rules/{mappingRuleId}", may_update, change_member<Role, OwnerType::MappingRule, true>}};
}

std::vector<Route> tenant_routes() {
    using engine::Tenant;
    constexpr Who may_update = who_may(engine::ResourceType::Tenant, Permission::Update);
    return {{"POST", "/tenants", who_may(engine::ResourceType::Tenant, Permission::Create), create_circle<Tenant>},
            {"POST", "/tenants/search", Who::Admitted, search_tenants},
            {"GET", "/tenants/{tenantId}", Who::Admitted, get_entry<Tenant>},
            {"PUT", "/tenants/{tenantId}", may_update, update_circle<Tenant>},
            {"DELETE", "/tenants/{tenantId}", who_may(engine::ResourceType::Tenant, Permission::Delete), remove_entry<Tenant>},
            {"POST", "/tenants/{tenantId}/users/search", Who::Admitted, search_members<Tenant, OwnerType::User>},
            {"PUT", "/tenants/{tenantId}/users/{username}", may_update, change_member<Tenant, OwnerType::User, false>},
            {"DELETE", "/tenants/{tenantId}/users/{username}", may_update, change_member<Tenant, OwnerType::User, true>},
            {"POST", "/tenants/{tenantId}/clients/search", Who::Admitted, search_members<Tenant, OwnerType::Client>},
            {"PUT", "/tenants/{tenantId}/clients/{clientId}", may_update, change_member<Tenant, OwnerType::Client, false>},
            {"DELETE", "/tenants/{tenantId}/clients/{clientId}", may_update, change_member<Tenant, OwnerType::Client, true>},
            {"POST", "/tenants/{tenantId}/groups/search", Who::Admitted, search_members<Tenant, OwnerType::Group>},
            {"PUT", "/tenants/{tenantId}/groups/{groupId}", may_update, change_member<Tenant, OwnerType::Group, false>},
            {"DELETE", "/tenants/{tenantId}/groups/{groupId}", may_update, change_member<Tenant, OwnerType::Group, true>},
            {"POST", "/tenants/{tenantId}/mapping-rules/search", Who::Admitted, search_member_rows<Tenant, engine::MappingRule, OwnerType::MappingRule>},
            {"PUT", "/tenants/{tenantId}/mapping-rules/{mappingRuleId}", may_update, change_member<Tenant, OwnerType::MappingRule, false>},
            {"DELETE", "/tenants/{tenantId}/mapping-rules/{mappingRuleId}", may_update, change_member<Tenant, OwnerType::MappingRule, true>},
            {"POST", "/tenants/{tenantId}/roles/search", Who::Admitted, search_member_rows<Tenant, engine::Role, OwnerType::Role>},
            {"PUT", "/tenants/{tenantId}/roles/{roleId}", may_update, change_member<Tenant, OwnerType::Role, false>},
            {"DELETE", "/tenants/{tenantId}/roles/{roleId}", may_update, change_member<Tenant, OwnerType::Role, true>}};
}

}  // namespace dandori::rest
