// The calendars that deadlines are counted by: which are in force and were, and others in their place.
#include <algorithm>

#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

using engine::CalendarVersion;
using engine::DeadlineChange;

constexpr std::size_t changes_previewed_max = 1'000;
constexpr int looks_max = 100;  ///< at instances, for one preview

Result<void> search_versions(Call& call) { return answer_search<CalendarVersion>(call); }

Result<void> search_changes(Call& call) { return answer_search<DeadlineChange>(call); }

void answer_preview(const Reply& reply, const engine::PreviewCalendars::Answer& found) {
    JsonText json;
    json.begin_object().name("changes").begin_array();
    for (const DeadlineChange& row : found.changes) {
        json.begin_object();
        json.name("processInstanceKey").key(row.process_instance_key.value).name("caseNo");
        write_value(json, row.case_no);
        json.name("processDefinitionId").text(row.process_definition_id).name("elementId").text(row.element_id);
        json.name("kind").text(engine::name_of(row.kind)).name("deadlineKey").key(row.deadline_key.value);
        json.name("dueBefore");
        write_value(json, row.due_before);
        json.name("dueAfter");
        write_value(json, row.due_after);
        json.name("movement").text(row.due_after > row.due_before ? "LATER" : "EARLIER").end_object();
    }
    json.end_array().name("next");
    if (found.next) json.key(found.next->value);
    else json.null();
    reply.json(json.end_object().take());
}

/// Looks on behind what was looked at, until that is enough for one answer.
void preview(std::shared_ptr<const Api> api, std::optional<engine::Actor> actor, Reply reply, engine::PreviewCalendars command,
             engine::PreviewCalendars::Answer found, int looks) {
    auto next = command;
    engine::Engine& engine = api->engine;
    engine.submit(std::move(command), actor,
                  [api = std::move(api), actor, reply, next = std::move(next), found = std::move(found),
                   looks](engine::Outcome<engine::PreviewCalendars::Answer> outcome) mutable {
                      if (!outcome) return reply.reject("PREVIEW", outcome.error());
                      found.changes.insert(found.changes.end(), outcome->changes.begin(), outcome->changes.end());
                      found.next = outcome->next;
                      if (!found.next || found.changes.size() >= changes_previewed_max || looks == looks_max) return answer_preview(reply, found);
                      next.after = *found.next;
                      preview(std::move(api), std::move(actor), reply, std::move(next), std::move(found), looks + 1);
                  });
}

Result<void> put_calendars(Call& call) {
    auto body = TRY(call.body());
    engine::PutCalendars command;
    command.holidays = TRY(body.text("holidays"));
    command.service_hours = TRY(body.text("serviceHours"));
    if (TRY(call.truth_in_query("preview", false))) {
        const auto after = TRY(body.key<engine::ProcessInstanceKey>("after"));
        TRY(body.nothing_else());
        preview(call.api, call.caller.actor, call.reply, {std::move(command.holidays), std::move(command.service_hours), after.value_or(engine::ProcessInstanceKey{})}, {}, 1);
        return {};
    }
    command.allow_earlier = TRY(body.truth("allowEarlier", false));
    command.allow_earlier_for = TRY(body.text_list("allowEarlierFor")).value_or(std::vector<std::string>{});
    for (const std::string& key : command.allow_earlier_for) {
        if (!key_of(key)) return fail(Failure::Kind::Syntax, "'allowEarlierFor' names '" + key.substr(0, 100) + "'; keys of timers and user tasks are needed, as the preview gives them.");
    }
    TRY(body.nothing_else());
    call.submit("UPDATE", std::move(command), [](const Reply& reply, const engine::PutCalendars::Answer& answer) {
        JsonText json;
        write_row(json, answer.version);
        reply.json(json.take(), answer.is_new ? 201 : 200);
    });
    return {};
}

}  // namespace

std::vector<Route> calendar_routes() {
    const auto administrators = who_may(engine::ResourceType::System, engine::Permission::Update);
    return {{"PUT", "/calendars", administrators, put_calendars, Takes::Json, false, "/api"},
            {"POST", "/calendars/search", Who::Admitted, search_versions, Takes::Json, false, "/api"},
            {"POST", "/deadline-changes/search", Who::Admitted, search_changes, Takes::Json, false, "/api"}};
}

}  // namespace dandori::rest
