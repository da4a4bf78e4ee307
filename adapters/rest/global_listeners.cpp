// Listeners to the user tasks of all processes.
#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

using engine::GlobalListener;

Result<GlobalListener> read_listener(Body& body, std::string id) {
    GlobalListener row;
    row.id = std::move(id);
    row.type = TRY(body.required_text("type"));
    row.retries = static_cast<std::int32_t>(TRY(body.integer("retries", 1, INT32_MAX)).value_or(row.retries));
    row.after_non_global = TRY(body.truth("afterNonGlobal", false));
    row.priority = static_cast<std::int32_t>(TRY(body.integer("priority", INT32_MIN, INT32_MAX)).value_or(row.priority));
    const auto types = TRY(body.text_list("eventTypes"));
    if (!types) return fail(Failure::Kind::Syntax, "'eventTypes' is missing; a list like [\"creating\"] is needed.");
    row.event_types = *types;
    TRY(body.nothing_else());
    return row;
}

std::string text_of(const GlobalListener& row) {
    JsonText json;
    write_row(json, row);
    return json.take();
}

Result<void> create_listener(Call& call) {
    auto body = TRY(call.body());
    auto id = TRY(body.required_text("id"));
    call.submit("CREATE", engine::PutGlobalListener{TRY(read_listener(body, std::move(id))), true},
                [](const Reply& reply, const GlobalListener& row) { reply.json(text_of(row), 201); });
    return {};
}

Result<void> update_listener(Call& call) {
    auto body = TRY(call.body());
    call.submit("UPDATE", engine::PutGlobalListener{TRY(read_listener(body, call.request.parameters.at("id"))), false},
                [](const Reply& reply, const GlobalListener& row) { reply.json(text_of(row)); });
    return {};
}

Result<void> get_listener(Call& call) {
    const auto& id = call.request.parameters.at("id");
    if (const auto row = visible_row<GlobalListener>(call, id)) call.reply.json(text_of(*row));
    else call.reply.refuse(404, "NOT_FOUND", "Global listener '" + id + "' not found.");
    return {};
}

Result<void> delete_listener(Call& call) {
    call.submit_done("DELETE", engine::DeleteGlobalListener{call.request.parameters.at("id")});
    return {};
}

Result<void> search_listeners(Call& call) { return answer_search<GlobalListener>(call); }

}  // namespace

std::vector<Route> global_listener_routes() {
    return {{"POST", "/global-task-listeners", who_may(engine::ResourceType::GlobalListener, engine::Permission::CreateTaskListener), create_listener},
            {"POST", "/global-task-listeners/search", Who::Admitted, search_listeners},
            {"GET", "/global-task-listeners/{id}", Who::Admitted, get_listener},
            {"PUT", "/global-task-listeners/{id}", who_may(engine::ResourceType::GlobalListener, engine::Permission::UpdateTaskListener), update_listener},
            {"DELETE", "/global-task-listeners/{id}", who_may(engine::ResourceType::GlobalListener, engine::Permission::DeleteTaskListener), delete_listener}};
}

}  // namespace dandori::rest
