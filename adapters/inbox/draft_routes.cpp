#include <algorithm>
#include <boost/json.hpp>

#include "adapters/http/json_body.h"
#include "adapters/inbox/answer.h"
#include "adapters/inbox/routes.h"

namespace dandori::inbox {
namespace {

namespace json = boost::json;

constexpr std::size_t draft_bytes_max = 64 * 1024;

/// `task-<userTaskKey>` or `start-<processDefinitionId>`, under the person's name: nobody reaches another's draft.
std::optional<std::string> draft_id(const http::Request& request, const http::Caller& caller) {
    const auto& id = request.parameters.at("id");
    const auto is_plain = [](char c) { return c > ' ' && c != '/' && c != 0x7F; };
    const bool is_known_place = (id.starts_with("task-") && key_of(id.substr(5), "id")) ||
                                (id.starts_with("start-") && id.size() > 6 && id.size() <= 250);
    if (!is_known_place || !std::all_of(id.begin(), id.end(), is_plain)) return std::nullopt;
    return (caller.actor ? caller.actor->username : std::string()) + "/" + id;
}

http::Response save_draft(const RouteParts& parts, const http::Request& request, const std::string& id) {
    if (request.body.size() > draft_bytes_max) {
        return refusal(request, 413, "下書きは64KBまでです。送信はできます。",
                       "A draft has at most 64 KB; this one has " + std::to_string(request.body.size()) + " bytes.");
    }
    const auto body = http::json_body(request);
    if (!body) return body.error();
    if (!body->is_object() || !body->get_object().contains("values") || !body->at("values").is_object())
        return refusal(request, Failure{Failure::Kind::Syntax, "'values' must be there, as an object."});
    if (const auto known = nothing_but(body->get_object(), {"values"}); !known) return refusal(request, known.error());
    const engine::Draft draft{
        id, {std::string(*http::json_member_text(request.body, "values"))}, parts.access.clock->now()};
    const auto saved = parts.access.put_row({.row = draft});
    return saved ? no_content() : refusal(request, saved.error());
}

http::Response read_draft(const RouteParts& parts, const http::Request& request, const std::string& id) {
    const auto draft = engine::get<engine::Draft>(*parts.access.reader, id);
    if (!draft) return refusal(request, 404, "下書きはありません。", "There is no draft of this.");
    return json_answer(200, {{"values", json::parse(draft->content.text)}, {"savedAt", to_iso8601(draft->saved_at)}});
}

http::Response drop_draft(const RouteParts& parts, const http::Request& request, const std::string& id) {
    const auto removed = parts.access.remove_row({.table = engine::RemoveRow::Table::Draft, .id = id});
    const bool is_gone = removed || removed.error().code == engine::Rejection::Code::NotFound;
    return is_gone ? no_content() : refusal(request, removed.error());
}

using DraftAnswer = http::Response (*)(const RouteParts&, const http::Request&, const std::string& id);

http::Handler draft_handler(const RouteParts& parts, DraftAnswer answer) {
    return guarded(parts.guard, [parts, answer](const http::Request& request, const http::Caller& caller) {
        const auto id = draft_id(request, caller);
        return id ? answer(parts, request, *id) : not_to_be_seen(request);
    });
}

}  // namespace

void add_draft_routes(http::Router& router, const RouteParts& parts) {
    router.add("PUT", "/api/drafts/{id}", draft_handler(parts, save_draft));
    router.add("GET", "/api/drafts/{id}", draft_handler(parts, read_draft));
    router.add("DELETE", "/api/drafts/{id}", draft_handler(parts, drop_draft));
}

}  // namespace dandori::inbox
