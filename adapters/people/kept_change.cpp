#include "adapters/people/kept_change.h"

#include <boost/json.hpp>

namespace dandori::people {
namespace {

namespace json = boost::json;

constexpr std::string_view state_names[] = {"SCHEDULED", "DONE", "TAKEN_BACK"};

json::value or_null(const std::optional<std::string>& text) { return text ? json::value(*text) : json::value(nullptr); }
std::string text_at(const json::object& object, std::string_view name) { return std::string(object.at(name).as_string()); }
std::optional<std::string> text_or_none(const json::object& object, std::string_view name) {
    return object.at(name).is_null() ? std::nullopt : std::optional(text_at(object, name));
}

json::object json_of(const ChangeRow& row) {
    return {{"moving", static_cast<int>(row.moving)}, {"username", row.username}, {"from", json::value_from(row.from)}, {"to", json::value_from(row.to)},
            {"name", or_null(row.name)}, {"mail", or_null(row.mail)}, {"post", or_null(row.post)}, {"successor", row.successor}};
}

ChangeRow row_from(const json::object& kept) {
    ChangeRow row;
    row.moving = static_cast<Moving>(kept.at("moving").as_int64());
    row.username = text_at(kept, "username");
    row.from = json::value_to<std::vector<std::string>>(kept.at("from"));
    row.to = json::value_to<std::vector<std::string>>(kept.at("to"));
    row.name = text_or_none(kept, "name");
    row.mail = text_or_none(kept, "mail");
    row.post = text_or_none(kept, "post");
    row.successor = text_at(kept, "successor");
    return row;
}

}  // namespace

std::string_view name_of(ChangeState state) { return state_names[static_cast<std::size_t>(state)]; }

engine::Draft row_of(const KeptChange& change) {
    json::array rows;
    for (const auto& row : change.rows) rows.push_back(json_of(row));
    const json::object content{{"effectiveAt", change.effective_at.milliseconds}, {"scheduledAt", change.scheduled_at.milliseconds},
                               {"scheduledBy", change.scheduled_by}, {"fileName", change.file_name}, {"rows", std::move(rows)},
                               {"passwordHashes", json::value_from(change.password_hashes)}, {"state", static_cast<int>(change.state)},
                               {"endedAt", change.ended_at ? json::value(change.ended_at->milliseconds) : json::value(nullptr)},
                               {"endedBy", change.ended_by}, {"report", change.report}};
    return {kept_change_prefix + change.id, {json::serialize(content)}, change.scheduled_at};
}

std::optional<KeptChange> kept_change_of(const engine::Draft& draft) {
    boost::system::error_code fault;
    const auto read = json::parse(draft.content.text, fault);
    if (fault || !read.is_object() || !draft.id.starts_with(kept_change_prefix)) return std::nullopt;
    const auto& content = read.get_object();
    KeptChange change;
    change.id = draft.id.substr(kept_change_prefix.size());
    change.effective_at = {content.at("effectiveAt").as_int64()};
    change.scheduled_at = {content.at("scheduledAt").as_int64()};
    change.scheduled_by = text_at(content, "scheduledBy");
    change.file_name = text_at(content, "fileName");
    for (const auto& row : content.at("rows").as_array()) change.rows.push_back(row_from(row.as_object()));
    change.password_hashes = json::value_to<std::map<std::string, std::string>>(content.at("passwordHashes"));
    change.state = static_cast<ChangeState>(content.at("state").as_int64());
    if (!content.at("endedAt").is_null()) change.ended_at = Instant{content.at("endedAt").as_int64()};
    change.ended_by = text_at(content, "endedBy");
    change.report = content.at("report");
    return change;
}

}  // namespace dandori::people
