#include "engine/identity/resting_store.h"

#include <list>

#include "engine/identity/defaults.h"

namespace dandori::engine {

void add_default_rows(Store& store) {
    if (!find<Role>(store, Query{}.first(1)).rows.empty()) return;
    const DefaultRows rows = default_rows();
    Batch batch;
    const auto put_all = [&](const auto& list) {
        for (const auto& row : list) batch.put(row);
    };
    put_all(rows.roles);
    put_all(rows.groups);
    put_all(rows.tenants);
    put_all(rows.memberships);
    put_all(rows.authorizations);
    store.commit(batch);
}

void put_person(Store& store, const User& user, const std::vector<std::string>& groups) {
    std::list<UserGroup> new_groups;
    std::list<Membership> memberships{
        membership(CircleType::Tenant, std::string(default_tenant), OwnerType::User, user.username)};
    for (const std::string& group : groups) {
        if (!get<UserGroup>(store, group)) new_groups.push_back({group, group, {}});
        memberships.push_back(membership(CircleType::Group, group, OwnerType::User, user.username));
    }
    Batch batch;
    batch.put(user);
    for (const auto& row : new_groups) batch.put(row);
    for (const auto& row : memberships) batch.put(row);
    store.commit(batch);
}

}  // namespace dandori::engine
