#include <boost/json.hpp>
#include <charconv>

#include "adapters/http/json_body.h"
#include "adapters/tables/asked_table.h"
#include "adapters/tables/file_rows.h"

namespace dandori::tables {
namespace {

namespace json = boost::json;
using Kind = engine::TableProblem::Kind;

constexpr std::size_t problems_shown_max = 200;

/// Of the query; absent: false.
tl::expected<bool, http::Response> is_preview(const http::Request& request) {
    const auto text = request.query_parameter("preview").value_or("false");
    if (text == "true" || text == "false") return text == "true";
    return tl::unexpected(http::refusal(request, 400, "preview は true か false です。", "'preview' must be true or false."));
}

std::string told_problem(const engine::TableProblem& problem, bool is_japanese) {
    std::string place = problem.row_id.empty() ? "" : (is_japanese ? "行 " : "Row ") + problem.row_id;
    if (!problem.column.empty()) place += (place.empty() ? "" : is_japanese ? "、" : ", ") + std::string(is_japanese ? "列 " : "column ") + problem.column;
    return (place.empty() ? "" : place + ": ") + (is_japanese ? problem.ja : problem.en);
}

/// 404 for a row that isn't there, 409 for one that is, else 400; a problem a line.
http::Response refused_problems(const http::Request& request, const std::vector<engine::TableProblem>& problems) {
    std::string text;
    for (std::size_t i = 0; i < problems.size() && i < problems_shown_max; ++i) text += (text.empty() ? "" : "\n") + told_problem(problems[i], http::is_japanese(request));
    const auto kind = problems.front().kind;
    return http::refusal(request, kind == Kind::IsNotThere ? 404 : kind == Kind::IsThere ? 409 : 400, text, text);
}

http::Response json_of_change(const AskedTable& asked, const engine::ChangeTable::Answer& answer, bool is_preview) {
    auto told = json_of_differences(answer.differences);
    told["version"] = answer.table.version;
    told["isPreview"] = is_preview;
    json::array problems;
    for (std::size_t i = 0; i < answer.problems.size() && i < problems_shown_max; ++i) {
        const auto& each = answer.problems[i];
        problems.push_back(json::object{{"rowId", each.row_id}, {"column", each.column.empty() ? json::value(nullptr) : json::value(each.column)},
                                        {"text", http::is_japanese(asked.request) ? each.ja : each.en}});
    }
    told["problems"] = std::move(problems);
    return http::json_answer(200, told);
}

/// Looks first what would come of it, which tells the problems in the reader's language; then does it, unless it was only to look.
http::Response answer_change(const AskedTable& asked, engine::ChangeTable command, bool is_preview) {
    command.change.table_id = asked.row.id;
    command.is_preview = true;
    const auto seen = asked.engine.execute(command, asked.actor);
    if (!seen) return http::refusal(asked.request, seen.error());
    if (is_preview) return json_of_change(asked, *seen, true);
    if (!seen->problems.empty()) return refused_problems(asked.request, seen->problems);
    command.is_preview = false;
    const auto done = asked.engine.execute(std::move(command), asked.actor);
    return done ? json_of_change(asked, *done, false) : http::refusal(asked.request, done.error());
}

http::Response wrong_body(const http::Request& request, std::string_view ja, std::string_view en) { return http::refusal(request, 400, ja, en); }

/// The version that was looked at; every change by a person names it.
tl::expected<std::int32_t, http::Response> seen_version(const http::Request& request, const json::value* given) {
    if (given && given->is_int64() && given->get_int64() > 0 && given->get_int64() <= INT32_MAX) return static_cast<std::int32_t>(given->get_int64());
    return tl::unexpected(wrong_body(request, "version（見ていた版の番号）が要ります。", "'version' is needed: the number of the version that was looked at."));
}

struct AskedBody {
    json::object object;
    std::int32_t version = 0;
    std::string reason;
};

tl::expected<AskedBody, http::Response> asked_body(const http::Request& request, std::initializer_list<std::string_view> names) {
    auto body = http::json_body(request);
    if (!body) return tl::unexpected(body.error());
    if (!body->is_object()) return tl::unexpected(wrong_body(request, "本文は JSON のオブジェクトです。", "The body must be a JSON object."));
    AskedBody asked{std::move(body->get_object())};
    for (const auto& member : asked.object) {
        if (std::find(names.begin(), names.end(), std::string_view(member.key())) != names.end()) continue;
        const auto shown = std::string(member.key()).substr(0, 100);
        return tl::unexpected(wrong_body(request, "知らない項目「" + shown + "」があります。", "'" + shown + "' is not known here."));
    }
    const auto version = seen_version(request, asked.object.if_contains("version"));
    if (!version) return tl::unexpected(version.error());
    asked.version = *version;
    if (const auto* reason = asked.object.if_contains("reason"); reason && !reason->is_null()) {
        if (!reason->is_string()) return tl::unexpected(wrong_body(request, "reason は文字です。", "'reason' must be a text."));
        asked.reason = reason->get_string();
    }
    return asked;
}

tl::expected<engine::RowChange, http::Response> asked_row(const http::Request& request, const json::value& given, bool are_all) {
    const auto refuse = [&] {
        return tl::unexpected(wrong_body(request, "rows の各要素は act（PUT・ADD・CHANGE・REMOVE）、rowId、cells を持つオブジェクトです。",
                                         "Each of 'rows' must be an object with 'act' (PUT, ADD, CHANGE, REMOVE), 'rowId' and 'cells'."));
    };
    if (!given.is_object()) return refuse();
    engine::RowChange change;
    for (const auto& [name, value] : given.get_object()) {
        if (value.is_null() && ((name == "act" && !are_all) || name == "rowId" || name == "cells")) continue;
        if (name == "act" && value.is_string() && !are_all) {
            const auto text = std::string_view(value.get_string());
            using Act = engine::RowChange::Act;
            if (text == "PUT") change.act = Act::Put;
            else if (text == "ADD") change.act = Act::Add;
            else if (text == "CHANGE") change.act = Act::Change;
            else if (text == "REMOVE") change.act = Act::Remove;
            else return refuse();
        } else if (name == "rowId" && value.is_string()) {
            change.row_id = value.get_string();
        } else if (name == "cells" && value.is_object()) {
            change.cells.text = json::serialize(value);
        } else {
            return refuse();
        }
    }
    return change;
}

http::Response answer_rows_changed(const AskedTable& asked, bool are_all) {
    const auto preview = is_preview(asked.request);
    if (!preview) return preview.error();
    auto body = asked_body(asked.request, {"version", "reason", "rows"});
    if (!body) return body.error();
    const auto* rows = body->object.if_contains("rows");
    if (!rows || !rows->is_array() || rows->get_array().size() > engine::table_rows_max)
        return wrong_body(asked.request, "rows（行の並び）が要ります。", "'rows', a list, is needed.");
    engine::ChangeTable command{{asked.row.id, {}, body->reason, body->version}};
    command.are_all = are_all;
    for (const auto& each : rows->get_array()) {
        auto row = asked_row(asked.request, each, are_all);
        if (!row) return row.error();
        command.change.rows.push_back(std::move(*row));
    }
    return answer_change(asked, std::move(command), *preview);
}

/// The rows of a file in place of those that are there.
tl::expected<engine::ChangeTable, http::Response> change_by_file(const AskedTable& asked, std::string_view bytes) {
    auto read = read_file_rows(bytes, asked.definition);
    if (!read) {
        const bool is_japanese = http::is_japanese(asked.request);
        const auto text = to_text(read.error(), is_japanese ? "ファイル" : "file", is_japanese);
        return tl::unexpected(http::refusal(asked.request, 400, text, text));
    }
    engine::ChangeTable command;
    command.origin = engine::DataTableOrigin::Import;
    command.are_all = true;
    for (auto& row : read->rows) command.change.rows.push_back({engine::RowChange::Act::Put, std::move(row), {}});
    return command;
}

http::Response answer_imported(const AskedTable& asked) {
    const auto preview = is_preview(asked.request);
    if (!preview) return preview.error();
    const auto form = http::form_of(asked.request, {"file", "version", "reason", "keepOthers"});
    if (!form) return form.error();
    const auto field = [&](std::string_view name) {
        const auto found = form->find(name);
        return found == form->end() ? std::string() : found->second;
    };
    const auto text = field("version");
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    const json::value given(number);
    const auto version = seen_version(asked.request, &given);
    if (!version) return version.error();
    auto command = change_by_file(asked, field("file"));
    if (!command) return command.error();
    command->change.seen_version = *version;
    command->change.reason = field("reason");
    command->are_all = field("keepOthers") != "true";
    return answer_change(asked, std::move(*command), *preview);
}

http::Response no_offer(const http::Request& request) {
    return http::refusal(request, 404, "取り込みを待つ新しいファイルはありません。", "No newer file waits to be taken.");
}

http::Response answer_offer(const AskedTable& asked) {
    if (!asked.row.offered_file) return no_offer(asked.request);
    auto command = change_by_file(asked, *asked.row.offered_file);
    return command ? answer_change(asked, std::move(*command), true) : command.error();
}

http::Response answer_offer_settled(const AskedTable& asked) {
    auto body = asked_body(asked.request, {"version", "reason", "isTaken"});
    if (!body) return body.error();
    const auto* taken = body->object.if_contains("isTaken");
    if (!taken || !taken->is_bool()) return wrong_body(asked.request, "isTaken（取り込むなら true、断るなら false）が要ります。", "'isTaken' is needed: true takes the file, false declines it.");
    if (!asked.row.offered_file) return no_offer(asked.request);
    tl::expected<engine::ChangeTable, http::Response> command;
    if (taken->get_bool()) command = change_by_file(asked, *asked.row.offered_file);
    if (!command) return command.error();
    command->settles_offer = true;
    command->change.reason = body->reason;
    command->change.seen_version = body->version;
    return answer_change(asked, std::move(*command), false);
}

/// Refuses who may only read before anything of the request is looked at.
http::Handler for_editors(engine::Engine& engine, http::Guard& guard, AnsweringTable answer) {
    return for_table(engine, guard, [answer = std::move(answer)](const AskedTable& asked) {
        if (asked.is_editable()) return answer(asked);
        return http::refusal(asked.request, 403, "この表を変える権限がありません。表の定義（editors）にあるグループの方か管理者に頼んでください。",
                             "You may not change this table: ask somebody of the groups in its definition ('editors'), or an administrator.");
    });
}

}  // namespace

void add_changing_routes(http::Router& router, engine::Engine& engine, http::Guard& guard) {
    router.add("PATCH", "/api/tables/{tableId}/rows", for_editors(engine, guard, [](const AskedTable& asked) { return answer_rows_changed(asked, false); }));
    router.add("PUT", "/api/tables/{tableId}/rows", for_editors(engine, guard, [](const AskedTable& asked) { return answer_rows_changed(asked, true); }));
    router.add("POST", "/api/tables/{tableId}/import", for_editors(engine, guard, answer_imported));
    router.add("GET", "/api/tables/{tableId}/offer", for_editors(engine, guard, answer_offer));
    router.add("POST", "/api/tables/{tableId}/offer", for_editors(engine, guard, answer_offer_settled));
}

}  // namespace dandori::tables
