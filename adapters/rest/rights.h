#pragma once
// Who may see what. Searches are limited within the query, so that pages and counts are right.

#include "adapters/http/guard.h"
#include "engine/identity/visible.h"

namespace dandori::rest {

/// Who asks, for the engine's decisions: a null pointer for `--auth none`.
inline const engine::Actor* actor_of(const http::Caller& caller) { return caller.actor ? &*caller.actor : nullptr; }

/// Limits a search in `table` to the rows that the caller may read.
inline void limit_to_own(engine::Query& query, std::string_view table, const http::Caller& caller) {
    engine::limit_to_visible(query, table, actor_of(caller));
}

/// What a caller needs to be let in by a route. Which resource it is about is looked at later: by the engine, or in the search.
struct Who {
    bool is_admitted = true;  ///< false: also whom the guard doesn't know
    std::optional<engine::ResourceType> type{};  ///< a permission for some resource of this type ...
    engine::Permission permission = engine::Permission::Read;
    std::optional<engine::Permission> or_batch{};  ///< ... or this one for the type BATCH

    static const Who Anybody;   ///< also without being admitted
    static const Who Admitted;  ///< whoever the guard lets in; what they see and change is decided for each resource
};
inline constexpr Who Who::Anybody{false};
inline constexpr Who Who::Admitted{};

/// Whoever has the permission for at least one resource of the type.
constexpr Who who_may(engine::ResourceType type, engine::Permission permission) { return {true, type, permission, {}}; }

/// Who may help what can't go on.
inline constexpr Who may_resolve{true, engine::ResourceType::ProcessDefinition, engine::Permission::UpdateProcessInstance,
                                 engine::Permission::CreateBatchOperationResolveIncident};

/// Who may change how instances run.
inline constexpr Who may_modify{true, engine::ResourceType::ProcessDefinition, engine::Permission::ModifyProcessInstance, {}};

/// Who may start a batch operation that needs this permission.
constexpr Who who_may_batch(engine::Permission permission) {
    return {true, engine::ResourceType::Batch, permission, engine::Permission::Create};
}

/// Whether the caller has what the route needs.
bool is_let_in(const Who&, const http::Caller&);

}  // namespace dandori::rest
