#pragma once
// Everybody's groups, roles, tenants and authorizations in memory: changes look at many of them at once. And the cluster variables,
// which every expression may read.

#include <map>
#include <string>

#include "engine/behavior/live_rows.h"
#include "engine/feel/value.h"

namespace dandori::engine {

class DirectoryRows {
  public:
    LiveRows<UserGroup> groups;
    LiveRows<Role> roles;
    LiveRows<Tenant> tenants;
    LiveRows<MappingRule> mapping_rules;
    LiveRows<Membership> memberships;
    LiveRows<Authorization> authorizations;
    LiveRows<ClusterVariable> variables;
    LiveRows<Substitution> substitutions;

    /// `camunda` as expressions of a tenant's processes see it: `camunda.vars.cluster.NAME` is the global variable, `vars.tenant.NAME` the
    /// tenant's, `vars.env.NAME` the tenant's or else the global one. The address stays good.
    const feel::Value& shared(const std::string& tenant_id);

    void load(Reader&);
    void end_of_command();
    void collect(Batch&) const;
    void committed();
    /// Since the last commit, but for the variables.
    bool has_changed() const;

  private:
    void renew_shared();
    std::map<std::string, feel::Value> shared_;  ///< by tenant
};

}  // namespace dandori::engine
