#pragma once
// Groups, roles, tenants, mapping rules, and who is in which.

#include "engine/state/authorization.h"

namespace dandori::engine {

/// Only what is written down about a group; its members are rows of Membership. A candidate group of a user task needs no such row.
struct UserGroup {
    std::string id;
    std::string name;
    std::optional<std::string> description;

    static constexpr std::string_view table = "user_group";
    static constexpr auto fields() {
        using R = UserGroup;
        return Fields{field("groupId", &R::id), field("name", &R::name), field("description", &R::description)};
    }
    bool operator==(const UserGroup&) const = default;
};

struct Role {
    std::string id;
    std::string name;
    std::optional<std::string> description;

    static constexpr std::string_view table = "role";
    static constexpr auto fields() {
        using R = Role;
        return Fields{field("roleId", &R::id), field("name", &R::name), field("description", &R::description)};
    }
    bool operator==(const Role&) const = default;
};

/// Who is told nothing of other tenants' processes, instances and tasks.
struct Tenant {
    std::string id;
    std::string name;
    std::optional<std::string> description;

    static constexpr std::string_view table = "tenant";
    static constexpr auto fields() {
        using R = Tenant;
        return Fields{field("tenantId", &R::id), field("name", &R::name), field("description", &R::description)};
    }
    bool operator==(const Tenant&) const = default;
};

/// Holds for whoever's token has the claim with this value (or, of a list, with this value in it).
struct MappingRule {
    std::string id;
    std::string claim_name;
    std::string claim_value;
    std::string name;

    static constexpr std::string_view table = "mapping_rule";
    static constexpr auto fields() {
        using R = MappingRule;
        return Fields{field("mappingRuleId", &R::id), field("claimName", &R::claim_name),
                      field("claimValue", &R::claim_value), field("name", &R::name)};
    }
    bool operator==(const MappingRule&) const = default;
};

/// What one can be a member of.
enum class CircleType { Group, Role, Tenant };
template <>
inline constexpr std::string_view names_of<CircleType>[] = {"GROUP", "ROLE", "TENANT"};

/// Somebody or something is in a group, has a role, or belongs to a tenant.
struct Membership {
    std::string id;  ///< made of the other four by membership_id()
    CircleType circle_type = CircleType::Group;
    std::string circle_id;
    OwnerType member_type = OwnerType::User;
    std::string member_id;

    static constexpr std::string_view table = "membership";
    static constexpr auto fields() {
        using R = Membership;
        return Fields{field("membershipId", &R::id), field("circleType", &R::circle_type),
                      field("circleId", &R::circle_id, FieldUse::Indexed), field("memberType", &R::member_type),
                      field("memberId", &R::member_id, FieldUse::Indexed)};
    }
    bool operator==(const Membership&) const = default;
};

/// The row that says `member` is in `circle`.
inline Membership membership(CircleType circle_type, std::string circle_id, OwnerType member_type, std::string member_id) {
    // A space stands in no id, so the parts can't be mixed up.
    std::string id = std::string(name_of(circle_type)) + ' ' + circle_id + ' ' + std::string(name_of(member_type)) + ' ' + member_id;
    return {std::move(id), circle_type, std::move(circle_id), member_type, std::move(member_id)};
}

}  // namespace dandori::engine
