#pragma once
// The roles that a new store begins with. From then on they are rows like others, which administrators change.

#include <string>
#include <vector>

#include "engine/state/directory.h"

namespace dandori::engine {

/// The role that every person has who signs in, without being a member of it.
inline const std::string everyone_role = "everyone";

inline const std::string administrators_group = "administrators";  ///< has the role `admin`
inline const std::string workers_group = "workers";                ///< has the role `worker`

struct DefaultRows {
    std::vector<Role> roles;
    std::vector<UserGroup> groups;
    std::vector<Tenant> tenants;
    std::vector<Membership> memberships;
    std::vector<Authorization> authorizations;  ///< their keys count from 1, below all that are given out
};

/// Camunda 8's roles (`admin`, `readonly-admin`, `connectors`, `rpa`, `app-integrations`) and ours (`everyone`, `worker`, `desk`), with the
/// groups that have them: `administrators`, `workers`, and the operators' (`iom.operator`, `iom.leader`, `iom.oncall`).
DefaultRows default_rows();

}  // namespace dandori::engine
