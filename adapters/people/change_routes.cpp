#include <boost/json.hpp>

#include "adapters/people/answer.h"
#include "adapters/people/kept_change.h"
#include "adapters/people/routes.h"

namespace dandori::people {
namespace {

namespace json = boost::json;

std::string asker_of(const http::Caller& caller) { return caller.actor ? caller.actor->username : ""; }

json::value null_if_empty(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(text); }

json::object json_of_kept(const KeptChange& change) {
    return {{"changeId", change.id}, {"effectiveAt", to_iso8601(change.effective_at)}, {"scheduledAt", to_iso8601(change.scheduled_at)},
            {"scheduledBy", null_if_empty(change.scheduled_by)}, {"fileName", null_if_empty(change.file_name)}, {"people", change.rows.size()},
            {"state", name_of(change.state)}, {"endedAt", change.ended_at ? json::value(to_iso8601(*change.ended_at)) : json::value(nullptr)},
            {"endedBy", null_if_empty(change.ended_by)}};
}

/// The form's table and date, read.
struct AskedChange {
    std::vector<ChangeRow> rows;
    Instant at;
    std::string file_name;
};

tl::expected<AskedChange, http::Response> asked_change(const EngineAccess& access, const http::Request& request) {
    auto form = form_of(request, {"file", "effectiveAt", "fileName"});
    if (!form) return tl::unexpected(form.error());
    const auto text = (*form)["effectiveAt"];
    const auto day = day_of(text), moment = instant_from_iso8601(text);
    if (!day && !moment)
        return tl::unexpected(refusal(request, 400, "effectiveAt は 2027-04-01（その日の0時）か 2027-04-01T08:30:00+09:00 の形で書いてください。",
                                      "'effectiveAt' must be a day (2027-04-01, 0:00 in Tokyo) or a time (2027-04-01T08:30:00+09:00)."));
    auto rows = read_changes((*form)["file"], *access.reader);
    if (!rows) return tl::unexpected(refusal(request, rows.error()));
    return AskedChange{std::move(*rows), day ? *day : *moment, (*form)["fileName"].substr(0, 200)};
}

json::object passwords_of(const std::map<std::string, std::string>& passwords) {
    json::object told;
    for (const auto& [username, password] : passwords) told[username] = password;
    return told;
}

http::Response answer_schedule(const EngineAccess& access, PersonnelChanges& changes, const http::Request& request, const http::Caller& caller) {
    auto asked = asked_change(access, request);
    if (!asked) return asked.error();
    const auto rehearsal = to_json(rehearse(asked->rows, *access.reader, asked->at));
    const auto made = changes.schedule(std::move(asked->rows), std::move(asked->file_name), asked->at, asker_of(caller));
    if (!made) return refusal(request, made.error());
    return json_answer(201, json::object{{"change", json_of_kept(made->change)}, {"passwords", passwords_of(made->passwords)}, {"rehearsal", rehearsal}});
}

http::Response answer_one(const EngineAccess& access, const PersonnelChanges& changes, const http::Request& request) {
    const auto& id = request.parameters.at("changeId");
    const auto change = changes.find(id);
    if (!change) return refusal(request, 404, "その人事異動はありません。", "There is no personnel change '" + id.substr(0, 100) + "'.");
    json::object answer{{"change", json_of_kept(*change)}, {"rehearsal", nullptr}, {"refused", json::array{}}};
    if (change->state == ChangeState::Scheduled) answer["rehearsal"] = to_json(rehearse(change->rows, *access.reader, change->effective_at));
    if (change->state == ChangeState::Done) {
        auto report = change->report.as_object();
        answer["refused"] = report.at("refused");
        report.erase("refused");
        answer["rehearsal"] = std::move(report);
    }
    return json_answer(200, answer);
}

}  // namespace

void add_change_routes(http::Router& router, const EngineAccess& access, PersonnelChanges& changes, http::Guard& guard) {
    router.add("POST", "/api/personnel-changes/rehearsal", for_administrators(guard, [&access](const http::Request& request, const http::Caller&) {
                   const auto asked = asked_change(access, request);
                   return asked ? json_answer(200, to_json(rehearse(asked->rows, *access.reader, asked->at))) : asked.error();
               }));
    router.add("POST", "/api/personnel-changes", for_administrators(guard, [&access, &changes](const http::Request& request, const http::Caller& caller) {
                   return answer_schedule(access, changes, request, caller);
               }));
    router.add("GET", "/api/personnel-changes", for_administrators(guard, [&changes](const http::Request&, const http::Caller&) {
                   json::array items;
                   for (const auto& change : changes.all()) items.push_back(json_of_kept(change));
                   return json_answer(200, json::object{{"items", std::move(items)}});
               }));
    router.add("GET", "/api/personnel-changes/{changeId}", for_administrators(guard, [&access, &changes](const http::Request& request, const http::Caller&) {
                   return answer_one(access, changes, request);
               }));
    router.add("DELETE", "/api/personnel-changes/{changeId}", for_administrators(guard, [&changes](const http::Request& request, const http::Caller& caller) {
                   const auto taken = changes.take_back(request.parameters.at("changeId"), asker_of(caller));
                   return taken ? http::Response{204, {{"Cache-Control", "no-store"}}, ""} : refusal(request, taken.error());
               }));
}

}  // namespace dandori::people
