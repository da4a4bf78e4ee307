#include "engine/identity/directory.h"

#include <algorithm>

#include "engine/identity/defaults.h"
#include "engine/port/all_rows.h"

namespace dandori::engine {
namespace {

void add_each(std::vector<std::string>& list, const std::vector<std::string>& more) {
    for (const std::string& each : more)
        if (std::find(list.begin(), list.end(), each) == list.end()) list.push_back(each);
}

bool holds(const MappingRule& rule, const Claims& claims) {
    return std::any_of(claims.begin(), claims.end(), [&](const auto& claim) {
        return claim.first == rule.claim_name &&
               std::find(claim.second.begin(), claim.second.end(), rule.claim_value) != claim.second.end();
    });
}

}  // namespace

Directory Directory::read(Reader& reader, bool has_tenants) {
    Directory directory;
    directory.has_tenants_ = has_tenants;
    for_all_rows<Membership>(reader, {}, [&](const Membership& row) {
        directory.circles_[{row.circle_type, {row.member_type, row.member_id}}].push_back(row.circle_id);
    });
    for_all_rows<Authorization>(
        reader, {}, [&](Authorization row) { directory.authorizations_[{row.owner_type, row.owner_id}].push_back(std::move(row)); });
    for_all_rows<Substitution>(reader, {}, [&](Substitution row) { directory.substitutions_.push_back(std::move(row)); });
    for_all_rows<MappingRule>(reader, {}, [&](MappingRule row) { directory.mapping_rules_.push_back(std::move(row)); });
    return directory;
}

std::vector<std::string> Directory::circles_of(CircleType type, OwnerType member_type, const std::string& member_id) const {
    const auto found = circles_.find({type, {member_type, member_id}});
    return found == circles_.end() ? std::vector<std::string>{} : found->second;
}

Actor Directory::actor(OwnerType type, const std::string& id, Instant now, const Claims& claims, std::vector<std::string> more_groups) const {
    std::vector<Owner> owners{{type, id}};
    for (const MappingRule& rule : mapping_rules_)
        if (holds(rule, claims)) owners.emplace_back(OwnerType::MappingRule, rule.id);
    const auto circles = [&](CircleType circle) {
        std::vector<std::string> list;
        for (const Owner& owner : owners) add_each(list, circles_of(circle, owner.first, owner.second));
        return list;
    };
    Actor actor;
    actor.username = id;
    actor.is_client = type == OwnerType::Client;
    actor.groups = circles(CircleType::Group);
    add_each(actor.groups, more_groups);
    for (const std::string& group : actor.groups) owners.emplace_back(OwnerType::Group, group);
    actor.roles = circles(CircleType::Role);
    for (const std::string& role : actor.roles) owners.emplace_back(OwnerType::Role, role);
    if (has_tenants_) actor.tenants = circles(CircleType::Tenant);
    if (type == OwnerType::User) owners.emplace_back(OwnerType::Role, everyone_role);

    std::vector<Authorization> held;
    for (const Owner& owner : owners) {
        const auto found = authorizations_.find(owner);
        if (found != authorizations_.end()) held.insert(held.end(), found->second.begin(), found->second.end());
    }
    actor.grants = Grants(held);
    if (type != OwnerType::User) return actor;
    for (const Substitution& each : substitutions_) {
        // Nobody stands in for somebody who stands in: only what is the principal's own counts.
        if (each.holds_at(now) && each.acts != SubstitutionActs::Apply && std::ranges::find(each.substitutes, id) != each.substitutes.end()) {
            actor.stands_for.push_back({each.principal, circles_of(CircleType::Group, OwnerType::User, each.principal), each.process_definition_ids});
        }
    }
    return actor;
}

std::vector<std::string> members_of(Reader& reader, CircleType type, const std::string& circle_id, OwnerType member_type) {
    std::vector<std::string> ids;
    const auto query = Query{}.where_equals("circleType", type).where_equals("circleId", circle_id).where_equals("memberType", member_type);
    for_all_rows<Membership>(reader, query, [&](const Membership& row) { ids.push_back(row.member_id); });
    return ids;
}

std::vector<std::string> groups_of(Reader& reader, const std::string& username) {
    std::vector<std::string> ids;
    const auto query = Query{}
                           .where_equals("circleType", CircleType::Group)
                           .where_equals("memberType", OwnerType::User)
                           .where_equals("memberId", username);
    for_all_rows<Membership>(reader, query, [&](const Membership& row) { ids.push_back(row.circle_id); });
    return ids;
}

}  // namespace dandori::engine
