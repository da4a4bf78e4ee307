#include "adapters/forms/answer_api.h"

#include <algorithm>
#include <boost/json.hpp>

namespace dandori::forms {
namespace {

namespace json = boost::json;

ApiAnswer said(int status, const json::value& body) { return {status, "application/json", json::serialize(body), ""}; }

ApiAnswer problem(int status, const std::string& title, const std::string& detail) {
    return {status, "application/problem+json", json::serialize(json::value{{"type", "about:blank"}, {"title", title}, {"status", status}, {"detail", detail}}), ""};
}

ApiAnswer problem(const Failure& failure) {
    switch (failure.kind) {
        case Failure::Kind::Syntax:
        case Failure::Kind::Bounds: return problem(400, "INVALID_ARGUMENT", failure.text);
        case Failure::Kind::ResourceNotFound: return problem(404, "NOT_FOUND", failure.text);
        default: return problem(503, "UNAVAILABLE", failure.text);  // nothing is lost: it can be done again
    }
}

ApiAnswer not_to_be_found() { return problem(404, "NOT_FOUND", "There is no such answer, or you may not see it."); }
ApiAnswer only_for_the_desk() { return problem(403, "FORBIDDEN", "This is for the desk; others hand an answer in at a case that they work on ('caseNo')."); }

json::value or_null(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(text); }

json::value state_of(LineState state) {
    switch (state) {
        case LineState::New: return "NEW";
        case LineState::Same: return "SAME";
        case LineState::Different: return "DIFFERENT";
        case LineState::Unreadable: return "UNREADABLE";
        case LineState::Unmatched: break;
    }
    return "UNMATCHED";
}

json::value way_of(MatchedBy by) {
    switch (by) {
        case MatchedBy::Number: return "NUMBER";
        case MatchedBy::RequestAlone: return "REQUEST";
        case MatchedBy::Receipt: return "RECEIPT";
        case MatchedBy::NaturalKey: return "CONTENT";
        case MatchedBy::Person: return "PERSON";
        case MatchedBy::Nothing: break;
    }
    return nullptr;
}

json::object case_line(const CaseLine& line) { return {{"caseNo", line.case_no}, {"lineNo", line.line_no}}; }

json::array pairs_of(const std::map<std::string, std::string>& values) {
    json::array pairs;
    for (const auto& [label, value] : values) pairs.push_back({{"label", label}, {"value", value}});
    return pairs;
}

json::object line_as_json(const AnsweredLine& line) {
    json::array candidates;
    for (const auto& candidate : line.match.candidates) candidates.push_back(case_line(candidate));
    return {{"place", line.place}, {"state", state_of(line.state)}, {"matchedBy", way_of(line.match.by)}, {"caseNo", or_null(line.match.line.case_no)},
            {"lineNo", or_null(line.match.line.line_no)}, {"candidates", std::move(candidates)}, {"result", or_null(line.result)}, {"issuedId", or_null(line.issued_id)},
            {"answeredOn", or_null(line.answered_on)}, {"message", or_null(line.message)}, {"earlierResult", or_null(line.earlier_result)},
            {"earlierId", or_null(line.earlier_id)}, {"about", pairs_of(line.about)}, {"others", pairs_of(line.others)}, {"faults", json::array(line.faults.begin(), line.faults.end())}};
}

json::object file_as_json(const AnswerFile& file) {
    json::array lines;
    for (const auto& line : file.lines) lines.push_back(line_as_json(line));
    return {{"answerId", file.id}, {"fileName", file.file_name}, {"uploadedAt", to_iso8601(file.uploaded_at)}, {"uploadedBy", or_null(file.arrival.by)}, {"cameBy", name_of(file.arrival.way)},
            {"formTitle", file.form ? json::value(file.form->title) : json::value(nullptr)}, {"formVersion", file.form ? json::value(file.form->version) : json::value(nullptr)},
            {"problem", or_null(file.problem)}, {"notes", json::array(file.notes.begin(), file.notes.end())}, {"lines", std::move(lines)},
            {"state", file.is_closed ? "CLOSED" : "WAITING"}, {"closedBy", or_null(file.closed_by)}, {"closing", or_null(file.closing)}};
}

Result<json::object> body_of(const std::string& body, std::string_view only) {
    boost::system::error_code error;
    auto value = json::parse(body.empty() ? "{}" : body, error);
    if (error || !value.is_object()) return fail(Failure::Kind::Syntax, "The body must be a JSON object.");
    for (const auto& [name, member] : value.get_object())
        if (std::string_view(name.data(), name.size()) != only) return fail(Failure::Kind::Syntax, "'" + std::string(name).substr(0, 40) + "' is not known here.");
    return std::move(value.get_object());
}

Result<std::string> text_of_choice(const json::object& choice, std::string_view name) {
    const auto* value = choice.if_contains(name);
    if (!value || !value->is_string() || value->get_string().empty()) return fail(Failure::Kind::Syntax, "'" + std::string(name) + "' of a choice must be a text.");
    return std::string(value->get_string());
}

Result<Choices> choices_of(const json::object& body) {
    Choices choices;
    const auto* list = body.if_contains("choices");
    if (!list || list->is_null()) return choices;
    if (!list->is_array()) return fail(Failure::Kind::Syntax, "'choices' must be a list.");
    for (const auto& entry : list->get_array()) {
        const auto* index = entry.is_object() ? entry.get_object().if_contains("index") : nullptr;
        if (!index || !index->is_int64() || index->get_int64() < 0) return fail(Failure::Kind::Syntax, "'index' of a choice must be the line's place in the list, from 0.");
        choices[static_cast<std::size_t>(index->get_int64())] = {TRY(text_of_choice(entry.get_object(), "caseNo")), TRY(text_of_choice(entry.get_object(), "lineNo"))};
    }
    return choices;
}

/// Whether everything in the file is of cases that the visitor works on.
bool works_on_all(const AnswerFile& file, const AnswerVisitor& visitor) {
    return !file.lines.empty() && visitor.may_work_case && std::ranges::all_of(file.lines, [&](const AnsweredLine& line) { return line.case_key && visitor.may_work_case(*line.case_key); });
}

}  // namespace

std::optional<AnswerFile> AnswerApi::visible(const std::string& id, const AnswerVisitor& visitor) {
    auto file = answers_.find(id);
    if (file && !visitor.is_of_the_desk && !works_on_all(*file, visitor)) return std::nullopt;
    return file;
}

ApiAnswer AnswerApi::post(const std::string& bytes, const std::string& file_name, const std::string& case_no, const AnswerVisitor& visitor) {
    if (!visitor.is_of_the_desk) {
        const auto found = engine::find<engine::ProcessInstance>(*access_.reader, engine::Query{}.where_equals("businessId", case_no).first(1)).rows;
        if (case_no.empty() || found.empty() || !visitor.may_work_case || !visitor.may_work_case(found.front().key)) return only_for_the_desk();
    }
    const auto taken = answers_.take(file_name, bytes, {Arrival::Way::Upload, visitor.actor ? visitor.actor->username : ""});
    if (!taken) return problem(taken.error());
    const auto file = answers_.find(taken->id);
    if (!file) return not_to_be_found();
    // Lines of cases that they don't work on are for the desk alone, also to be seen.
    if (!visitor.is_of_the_desk && !works_on_all(*file, visitor))
        return said(202, {{"answerId", file->id}, {"fileName", file->file_name}, {"state", file->is_closed ? "CLOSED" : "WAITING"}});
    return said(taken->is_known ? 200 : 201, file_as_json(*file));
}

ApiAnswer AnswerApi::list(const AnswerVisitor& visitor) {
    if (!visitor.is_of_the_desk) return only_for_the_desk();
    json::array items;
    for (const auto& file : answers_.waiting()) items.push_back(file_as_json(file));
    return said(200, {{"items", std::move(items)}});
}

ApiAnswer AnswerApi::get(const std::string& id, const AnswerVisitor& visitor) {
    const auto file = visible(id, visitor);
    return file ? said(200, file_as_json(*file)) : not_to_be_found();
}

ApiAnswer AnswerApi::file(const std::string& id, const AnswerVisitor& visitor) {
    const auto file = visible(id, visitor);
    auto content = file ? engine::get<engine::DocumentContent>(*access_.reader, id) : std::nullopt;
    if (!content) return not_to_be_found();
    return {200, "application/octet-stream", std::move(content->content.value), file->file_name};
}

ApiAnswer AnswerApi::confirm(const std::string& id, const std::string& body, const AnswerVisitor& visitor) {
    if (!visible(id, visitor)) return not_to_be_found();
    const auto object = body_of(body, "choices");
    if (!object) return problem(object.error());
    const auto choices = choices_of(*object);
    if (!choices) return problem(choices.error());
    if (!choices->empty() && !visitor.is_of_the_desk) return only_for_the_desk();
    const auto confirmed = answers_.confirm(id, *choices, visitor.actor);
    if (!confirmed) return problem(confirmed.error());
    return said(200, {{"cases", json::array(confirmed->cases.begin(), confirmed->cases.end())}, {"lines", confirmed->lines}, {"left", confirmed->left}});
}

ApiAnswer AnswerApi::set_aside(const std::string& id, const std::string& body, const AnswerVisitor& visitor) {
    if (!visitor.is_of_the_desk) return only_for_the_desk();
    const auto object = body_of(body, "reason");
    if (!object) return problem(object.error());
    const auto* reason = object->if_contains("reason");
    const auto done = answers_.set_aside(id, reason && reason->is_string() ? std::string(reason->get_string()) : std::string(), visitor.actor);
    return done ? ApiAnswer{204, "", "", ""} : problem(done.error());
}

}  // namespace dandori::forms
