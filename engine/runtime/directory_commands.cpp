// People, groups, roles, tenants, mapping rules and authorizations: what changes them.

#include <algorithm>

#include "engine/identity/defaults.h"
#include "engine/port/all_rows.h"
#include "engine/runtime/partition.h"

namespace dandori::engine {
namespace {

using Kind = RemoveDirectoryEntry::Kind;

struct KindWords {
    ResourceType type;
    std::string_view name;
};

KindWords words_of(Kind kind) {
    switch (kind) {
        case Kind::User: return {ResourceType::User, "user"};
        case Kind::Group: return {ResourceType::Group, "group"};
        case Kind::Role: return {ResourceType::Role, "role"};
        case Kind::Tenant: return {ResourceType::Tenant, "tenant"};
        case Kind::MappingRule: return {ResourceType::MappingRule, "mapping rule"};
    }
    throw std::logic_error("No such kind of directory entry.");
}

Kind kind_of(OwnerType type) {
    switch (type) {
        case OwnerType::Group: return Kind::Group;
        case OwnerType::Role: return Kind::Role;
        case OwnerType::MappingRule: return Kind::MappingRule;
        default: return Kind::User;
    }
}

Kind kind_of(CircleType type) {
    switch (type) {
        case CircleType::Group: return Kind::Group;
        case CircleType::Role: return Kind::Role;
        case CircleType::Tenant: return Kind::Tenant;
    }
    throw std::logic_error("No such kind of circle.");
}

/// As the owner or a member of a circle; a tenant is neither.
OwnerType owner_type_of(Kind kind) {
    switch (kind) {
        case Kind::User: return OwnerType::User;
        case Kind::Group: return OwnerType::Group;
        case Kind::Role: return OwnerType::Role;
        case Kind::MappingRule: return OwnerType::MappingRule;
        case Kind::Tenant: break;
    }
    return OwnerType::Unspecified;
}

bool is_id(std::string_view id) {
    constexpr std::size_t bytes_max = 256;
    const auto fits = [](char c) { return static_cast<unsigned char>(c) > ' ' && c != 0x7F && c != '*'; };
    return !id.empty() && id.size() <= bytes_max && std::all_of(id.begin(), id.end(), fits);
}

tl::unexpected<Rejection> forbidden(ResourceType type, Permission permission) {
    return reject(Rejection::Code::Forbidden, "Insufficient permissions to perform operation '" + std::string(name_of(permission)) +
                                                  "' on resource '" + std::string(name_of(type)) + "'.");
}

tl::unexpected<Rejection> missing(std::string_view what, const std::string& id) {
    return reject(Rejection::Code::NotFound, "There is no " + std::string(what) + " '" + id + "'.");
}

std::string text_of(const Membership& row) {
    return std::string(name_of(row.member_type)) + " '" + row.member_id + "' in " + std::string(name_of(row.circle_type)) + " '" +
           row.circle_id + "'";
}

bool is_property_of(ResourceType type, std::string_view property) {
    constexpr std::string_view of_task[] = {"assignee", "candidateUsers", "candidateGroups", "completedBy"};
    constexpr std::string_view of_process[] = {"startedBy", "participant", "starters"};
    if (type == ResourceType::UserTask) return std::ranges::find(of_task, property) != std::end(of_task);
    return type == ResourceType::ProcessDefinition && std::ranges::find(of_process, property) != std::end(of_process);
}

/// What an authorization lacks to mean something; empty: nothing.
std::string fault_of(const Authorization& row) {
    const std::string type(name_of(row.resource_type));
    if (!is_id(row.owner_id)) return "The ownerId must have 1 to 256 bytes, without spaces and '*'.";
    if (row.resource_id.has_value() == row.resource_property.has_value())
        return "Exactly one of 'resourceId' and 'resourcePropertyName' is needed.";
    if (row.resource_id && row.resource_id->empty()) return "The resourceId is empty; an id or '*' is needed.";
    if (row.resource_property && !is_property_of(row.resource_type, *row.resource_property)) {
        return "'" + *row.resource_property + "' is no property of " + type +
               "; USER_TASK has assignee, candidateUsers, candidateGroups and completedBy, PROCESS_DEFINITION has startedBy, "
               "participant and starters.";
    }
    if (row.permissions.empty()) return "permissionTypes is empty; at least one permission is needed.";
    const auto permitted = permissions_of(row.resource_type);
    for (const std::string& name : row.permissions) {
        const auto permission = value_of<Permission>(name);
        if (permission && std::ranges::find(permitted, *permission) != permitted.end()) continue;
        std::string names;
        for (const Permission each : permitted) names += (names.empty() ? "" : ", ") + std::string(name_of(each));
        return "The permission '" + name + "' means nothing for " + type + "; it has " + names + ".";
    }
    return {};
}

}  // namespace

bool Partition::is_in_directory(RemoveDirectoryEntry::Kind kind, const std::string& id) {
    switch (kind) {
        case Kind::User: return users_.get(store_, id).has_value();
        case Kind::Group: return directory_.groups.find(id) != nullptr;
        case Kind::Role: return directory_.roles.find(id) != nullptr;
        case Kind::Tenant: return directory_.tenants.find(id) != nullptr;
        case Kind::MappingRule: return directory_.mapping_rules.find(id) != nullptr;
    }
    return false;
}

Outcome<Done> Partition::execute(const SetUpDirectory&, const Actor* actor) {
    if (!may(actor, ResourceType::Authorization, Permission::Create, any_resource))
        return forbidden(ResourceType::Authorization, Permission::Create);
    if (!directory_.roles.empty()) return Done{};
    DefaultRows rows = default_rows();
    for (auto& row : rows.roles) directory_.roles.put(std::move(row));
    for (auto& row : rows.groups) directory_.groups.put(std::move(row));
    for (auto& row : rows.tenants) directory_.tenants.put(std::move(row));
    for (auto& row : rows.memberships) directory_.memberships.put(std::move(row));
    for (auto& row : rows.authorizations) directory_.authorizations.put(std::move(row));
    return Done{};
}

Outcome<Done> Partition::execute(const PutDirectoryEntry& command, const Actor* actor) {
    const auto kind = static_cast<Kind>(command.entry.index());
    const auto& id = std::visit([](const auto& row) -> const std::string& { return primary_key(row); }, command.entry);
    const auto words = words_of(kind);
    const Permission permission = command.is_new ? Permission::Create : Permission::Update;
    if (command.is_first) {
        const bool has_people = users_.find_if([](const User&) { return true; }) || !find<User>(store_, Query{}.first(1)).rows.empty();
        if (has_people) return reject(Rejection::Code::Forbidden, "There are users already; an administrator adds more.");
    } else if (!may(actor, words.type, permission, id)) {
        return forbidden(words.type, permission);
    }
    if (!is_id(id) && !(kind == Kind::Tenant && id == default_tenant)) {
        return reject(Rejection::Code::InvalidArgument,
                      "The id of a " + std::string(words.name) + " has 1 to 256 bytes, no spaces and no '*'; found '" + id.substr(0, 256) + "'.");
    }
    const bool is_there = is_in_directory(kind, id);
    if (command.is_new && is_there)
        return reject(Rejection::Code::AlreadyExists, "There is a " + std::string(words.name) + " '" + id + "' already.");
    if (!command.is_new && !is_there) return missing(words.name, id);
    if (const auto* user = std::get_if<User>(&command.entry)) {
        User row = command.is_new ? *user : *users_.get(store_, id);
        row.name = user->name;
        row.email = user->email;
        // Camunda's API knows no posts: what says nothing of it leaves it.
        if (user->post) row.post = user->post->empty() ? std::nullopt : user->post;
        if (!user->password_hash.empty()) {
            row.password_hash = user->password_hash;
            row.failed_sign_ins = 0;
            row.locked_until.reset();
            // Whoever used the old one is out. At a change of one's own the room that did it ends the others.
            for_all_rows<Session>(store_, Query{}.where_equals("username", id), [&](const Session& it) { sessions_.remove(it.token_hash); });
        }
        users_.put(std::move(row));
        std::vector<std::string> groups = command.groups;
        if (command.is_first) groups.push_back(administrators_group);
        for (const std::string& group : groups) {
            if (!directory_.groups.find(group)) directory_.groups.put({group, group, {}});
            directory_.memberships.put(membership(CircleType::Group, group, OwnerType::User, id));
            occupancy_changed(group);
        }
        if (command.is_new) {
            directory_.memberships.put(
                membership(CircleType::Tenant, std::string(default_tenant), OwnerType::User, id));
        }
    } else if (const auto* group = std::get_if<UserGroup>(&command.entry)) {
        directory_.groups.put(*group);
    } else if (const auto* role = std::get_if<Role>(&command.entry)) {
        directory_.roles.put(*role);
    } else if (const auto* tenant = std::get_if<Tenant>(&command.entry)) {
        directory_.tenants.put(*tenant);
    } else if (const auto* rule = std::get_if<MappingRule>(&command.entry)) {
        if (rule->claim_name.empty() || rule->claim_value.empty())
            return reject(Rejection::Code::InvalidArgument, "A mapping rule needs the name and the value of a claim.");
        directory_.mapping_rules.put(*rule);
    }
    return Done{};
}

Outcome<Done> Partition::execute(const RemoveDirectoryEntry& command, const Actor* actor) {
    const auto words = words_of(command.kind);
    if (!may(actor, words.type, Permission::Delete, command.id)) return forbidden(words.type, Permission::Delete);
    if (!is_in_directory(command.kind, command.id)) return missing(words.name, command.id);
    if (command.kind == Kind::Tenant && command.id == default_tenant)
        return reject(Rejection::Code::InvalidState, "The tenant '<default>' is always there.");
    if (command.kind == Kind::Role && command.id == "admin")
        return reject(Rejection::Code::InvalidState, "Without the role 'admin' nobody could give rights any more.");
    if (command.kind == Kind::User && actor && actor->username == command.id)
        return reject(Rejection::Code::InvalidState, "Nobody removes their own account; ask another administrator.");
    switch (command.kind) {
        case Kind::User:
            users_.remove(command.id);
            for_all_rows<Session>(store_, Query{}.where_equals("username", command.id),
                                  [&](const Session& row) { sessions_.remove(row.token_hash); });
            for_all_rows<AccessToken>(store_, Query{}.where_equals("username", command.id),
                                      [&](const AccessToken& row) { access_tokens_.remove(row.token_hash); });
            break;
        case Kind::Group: directory_.groups.remove(command.id); break;
        case Kind::Role: directory_.roles.remove(command.id); break;
        case Kind::Tenant: directory_.tenants.remove(command.id); break;
        case Kind::MappingRule: directory_.mapping_rules.remove(command.id); break;
    }
    const OwnerType owner = owner_type_of(command.kind);
    const auto is_of_it = [&](const Membership& row) {
        if (owner != OwnerType::Unspecified && row.member_type == owner && row.member_id == command.id) return true;
        return kind_of(row.circle_type) == command.kind && row.circle_id == command.id;
    };
    std::vector<std::string> posts;
    for (const auto& id : directory_.memberships.keys_where(is_of_it)) {
        const Membership row = *directory_.memberships.find(id);
        directory_.memberships.remove(id);
        if (row.circle_type == CircleType::Group) posts.push_back(row.circle_id);
    }
    for (const std::string& post : posts) occupancy_changed(post);
    const auto is_given_to_it = [&](const Authorization& row) {
        return owner != OwnerType::Unspecified && row.owner_type == owner && row.owner_id == command.id;
    };
    for (const auto key : directory_.authorizations.keys_where(is_given_to_it)) directory_.authorizations.remove(key);
    return Done{};
}

Outcome<Done> Partition::execute(const ChangeMembership& command, const Actor* actor) {
    const Membership& asked = command.membership;
    const auto circle = words_of(kind_of(asked.circle_type));
    if (!may(actor, circle.type, Permission::Update, asked.circle_id)) return forbidden(circle.type, Permission::Update);
    if (!is_in_directory(kind_of(asked.circle_type), asked.circle_id)) return missing(circle.name, asked.circle_id);
    Membership row = membership(asked.circle_type, asked.circle_id, asked.member_type, asked.member_id);
    const bool is_there = directory_.memberships.find(row.id) != nullptr;
    if (command.is_removed) {
        if (!is_there) return reject(Rejection::Code::NotFound, "There is no " + text_of(row) + ".");
        directory_.memberships.remove(row.id);
        if (asked.circle_type == CircleType::Group) occupancy_changed(asked.circle_id);
        return Done{};
    }
    if (is_there) return reject(Rejection::Code::AlreadyExists, "There is " + text_of(row) + " already.");
    if (!is_id(row.member_id)) return reject(Rejection::Code::InvalidArgument, "The id of a member has 1 to 256 bytes, no spaces and no '*'.");
    // Clients are known to whoever issues their credentials, not to us.
    if (row.member_type != OwnerType::Client && !is_in_directory(kind_of(row.member_type), row.member_id))
        return missing(words_of(kind_of(row.member_type)).name, row.member_id);
    directory_.memberships.put(std::move(row));
    if (asked.circle_type == CircleType::Group) occupancy_changed(asked.circle_id);
    return Done{};
}

Outcome<PutAuthorization::Answer> Partition::execute(const PutAuthorization& command, const Actor* actor) {
    Authorization row = command.authorization;
    const Permission permission = row.key ? Permission::Update : Permission::Create;
    if (!may(actor, ResourceType::Authorization, permission, any_resource)) return forbidden(ResourceType::Authorization, permission);
    if (row.key && !directory_.authorizations.find(row.key))
        return reject_not_found("UPDATE", "update", "authorization", row.key.value);
    if (const auto fault = fault_of(row); !fault.empty()) return reject(Rejection::Code::InvalidArgument, fault);
    if (row.owner_type == OwnerType::Unspecified)
        return reject(Rejection::Code::InvalidArgument, "The ownerType must be USER, CLIENT, ROLE, GROUP or MAPPING_RULE.");
    if (row.owner_type != OwnerType::Client && !is_in_directory(kind_of(row.owner_type), row.owner_id))
        return missing(words_of(kind_of(row.owner_type)).name, row.owner_id);
    for (std::string& name : row.permissions) name = name_of(*value_of<Permission>(name));
    if (!row.key) row.key = {next_key()};
    const AuthorizationKey key = row.key;
    directory_.authorizations.put(std::move(row));
    return PutAuthorization::Answer{key};
}

Outcome<Done> Partition::execute(const RemoveAuthorization& command, const Actor* actor) {
    if (!may(actor, ResourceType::Authorization, Permission::Delete, any_resource))
        return forbidden(ResourceType::Authorization, Permission::Delete);
    if (!directory_.authorizations.find(command.key)) return reject_not_found("DELETE", "delete", "authorization", command.key.value);
    directory_.authorizations.remove(command.key);
    return Done{};
}

}  // namespace dandori::engine
