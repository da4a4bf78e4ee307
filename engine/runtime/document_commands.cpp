// Cluster variables and documents: what processes share, and what is put aside for them.

#include "engine/feel/json.h"
#include "engine/runtime/partition.h"

namespace dandori::engine {
namespace {

constexpr std::size_t cluster_variable_bytes_max = 64 * 1024;

tl::unexpected<Rejection> refuse_variable(Permission permission, const std::string& name) {
    return reject(Rejection::Code::Forbidden, "Insufficient permissions to perform operation '" + std::string(name_of(permission)) +
                                                  "' on the cluster variable '" + name + "'.");
}

/// A name that can stand behind a dot in FEEL.
bool is_variable_name(std::string_view name) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (name.empty() || name.size() > 256 || !is_letter(name.front())) return false;
    for (const char c : name)
        if (!is_letter(c) && !is_digit(c)) return false;
    return true;
}

}  // namespace

Outcome<Done> Partition::execute(const PutClusterVariable& command, const Actor* actor) {
    ClusterVariable row = command.variable;
    const Permission permission = command.is_new ? Permission::Create : Permission::Update;
    if (!may(actor, ResourceType::ClusterVariable, permission, row.name)) return refuse_variable(permission, row.name);
    if (row.tenant_id && !is_of_tenant(actor, *row.tenant_id)) return refuse_variable(permission, row.name);
    if (!is_variable_name(row.name)) {
        return reject(Rejection::Code::InvalidArgument,
                      "The name of a cluster variable begins with a letter or '_' and goes on with letters, digits and '_'; found '" +
                          row.name.substr(0, 256) + "'.");
    }
    if (row.value.size() > cluster_variable_bytes_max) {
        return reject(Rejection::Code::InvalidArgument, "The value has " + std::to_string(row.value.size()) + " bytes; " +
                                                            std::to_string(cluster_variable_bytes_max) + " are the most.");
    }
    if (const auto value = feel::from_json(row.value); !value)
        return reject(Rejection::Code::InvalidArgument, "The value can't be read: " + value.error().text);
    if (row.tenant_id && !directory_.tenants.find(*row.tenant_id))
        return reject(Rejection::Code::NotFound, "There is no tenant '" + *row.tenant_id + "'.");
    row.id = cluster_variable_id(row.tenant_id, row.name);
    row.scope = row.tenant_id ? ClusterVariableScope::Tenant : ClusterVariableScope::Global;
    const bool is_there = directory_.variables.find(row.id) != nullptr;
    if (command.is_new && is_there)
        return reject(Rejection::Code::AlreadyExists, "There is a cluster variable '" + row.name + "' already.");
    if (!command.is_new && !is_there) return reject(Rejection::Code::NotFound, "There is no cluster variable '" + row.name + "'.");
    directory_.variables.put(std::move(row));
    return Done{};
}

Outcome<Done> Partition::execute(const RemoveClusterVariable& command, const Actor* actor) {
    if (!may(actor, ResourceType::ClusterVariable, Permission::Delete, command.name) ||
        (command.tenant_id && !is_of_tenant(actor, *command.tenant_id)))
        return refuse_variable(Permission::Delete, command.name);
    const auto id = cluster_variable_id(command.tenant_id, command.name);
    if (!directory_.variables.find(id)) return reject(Rejection::Code::NotFound, "There is no cluster variable '" + command.name + "'.");
    directory_.variables.remove(id);
    return Done{};
}

Outcome<Done> Partition::execute(const PutDocument& command, const Actor* actor) {
    if (!may(actor, ResourceType::Document, Permission::Create, any_resource))
        return reject(Rejection::Code::Forbidden, "Insufficient permissions to perform operation 'CREATE' on resource 'DOCUMENT'.");
    if (documents_.get(store_, command.document.id))
        return reject(Rejection::Code::AlreadyExists, "There is a document '" + command.document.id + "' already.");
    Document row = command.document;
    row.created_at = now_;
    if (actor) row.created_by = actor->username;
    document_contents_.put({row.id, command.content});
    documents_.put(std::move(row));
    return Done{};
}

Outcome<Done> Partition::execute(const RemoveDocument& command, const Actor* actor) {
    if (!may(actor, ResourceType::Document, Permission::Delete, command.id))
        return reject(Rejection::Code::Forbidden, "Insufficient permissions to perform operation 'DELETE' on resource 'DOCUMENT'.");
    if (!documents_.get(store_, command.id))
        return reject(Rejection::Code::NotFound, "There is no document '" + command.id + "'.");
    documents_.remove(command.id);
    document_contents_.remove(command.id);
    return Done{};
}

}  // namespace dandori::engine
