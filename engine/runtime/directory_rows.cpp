#include "engine/runtime/directory_rows.h"

#include "engine/feel/json.h"
#include "engine/port/all_rows.h"

namespace dandori::engine {
namespace {

template <class Rows, class Visit>
void for_each_kind(Rows& rows, Visit&& visit) {
    visit(rows.groups);
    visit(rows.roles);
    visit(rows.tenants);
    visit(rows.mapping_rules);
    visit(rows.memberships);
    visit(rows.authorizations);
    visit(rows.variables);
    visit(rows.substitutions);
}

template <class Row>
void load_kind(LiveRows<Row>& rows, Reader& reader) {
    rows = {};
    for_all_rows<Row>(reader, {}, [&](Row row) { rows.load(std::move(row)); });
}

}  // namespace

void DirectoryRows::load(Reader& reader) {
    for_each_kind(*this, [&](auto& rows) { load_kind(rows, reader); });
    renew_shared();
}

const feel::Value& DirectoryRows::shared(const std::string& tenant_id) {
    const auto found = shared_.find(tenant_id);
    if (found != shared_.end()) return found->second;
    feel::Value& made = shared_[tenant_id];
    renew_shared();
    return made;
}

void DirectoryRows::renew_shared() {
    for (auto& [tenant_id, value] : shared_) {
        feel::Context cluster, tenant, env;
        // The global ones come first in the order of ids, so that the tenant's win in `env`.
        variables.for_each([&](const ClusterVariable& row) {
            if (row.tenant_id && *row.tenant_id != tenant_id) return;
            auto read = feel::from_json(row.value);
            if (!read) return;
            env.put(row.name, *read);
            (row.tenant_id ? tenant : cluster).put(row.name, std::move(*read));
        });
        feel::Context vars, camunda;
        vars.put("cluster", feel::Value(std::move(cluster)));
        vars.put("tenant", feel::Value(std::move(tenant)));
        vars.put("env", feel::Value(std::move(env)));
        camunda.put("vars", feel::Value(std::move(vars)));
        value = feel::Value(std::move(camunda));
    }
}

void DirectoryRows::end_of_command() {
    bool has_new_variables = false;
    variables.end_of_command([&](const auto&, bool) { has_new_variables = true; });
    if (has_new_variables) renew_shared();
    for_each_kind(*this, [](auto& rows) { rows.end_of_command([](const auto&, bool) {}); });
}

void DirectoryRows::collect(Batch& batch) const {
    for_each_kind(*this, [&](const auto& rows) { rows.collect(batch); });
}

void DirectoryRows::committed() {
    for_each_kind(*this, [](auto& rows) { rows.committed(); });
}

bool DirectoryRows::has_changed() const {
    return groups.has_pending() || roles.has_pending() || tenants.has_pending() || mapping_rules.has_pending() ||
           memberships.has_pending() || authorizations.has_pending() || substitutions.has_pending();
}

}  // namespace dandori::engine
