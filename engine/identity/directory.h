#pragma once
// From a name, or the claims of a token, to what somebody may do.

#include <map>
#include <string>
#include <vector>

#include "engine/port/store.h"
#include "engine/state/actor.h"

namespace dandori::engine {

/// A claim of a token: its name (`a.b` = member b of the object a) and its values.
using Claims = std::vector<std::pair<std::string, std::vector<std::string>>>;

/// All that decides about rights, as it was when it was read. Never changes; may be used by any thread.
class Directory {
  public:
    /// With `has_tenants`, actors belong to tenants and see only those'.
    static Directory read(Reader&, bool has_tenants);

    /// A person or a client with groups, roles, tenants and grants. `claims` of a token let mapping rules hold, too.
    /// `more_groups` are groups that the token names itself. `now` decides for whom they stand in.
    Actor actor(OwnerType type, const std::string& id, Instant now, const Claims& claims = {}, std::vector<std::string> more_groups = {}) const;

    /// Of those circles, the ones that `member` is in by itself.
    std::vector<std::string> circles_of(CircleType, OwnerType member_type, const std::string& member_id) const;

    bool has_tenants() const { return has_tenants_; }

  private:
    using Owner = std::pair<OwnerType, std::string>;
    std::map<std::pair<CircleType, Owner>, std::vector<std::string>> circles_;
    std::map<Owner, std::vector<Authorization>> authorizations_;
    std::vector<MappingRule> mapping_rules_;
    std::vector<Substitution> substitutions_;
    bool has_tenants_ = false;
};

/// Of a group, role or tenant the members of one kind, in the order of their ids.
std::vector<std::string> members_of(Reader&, CircleType, const std::string& circle_id, OwnerType member_type);

/// The groups of a person who signs in by a local account.
std::vector<std::string> groups_of(Reader&, const std::string& username);

}  // namespace dandori::engine
