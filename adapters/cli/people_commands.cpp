#include "adapters/cli/people_commands.h"

#include <boost/json.hpp>
#include <ostream>

#include "adapters/cli/process_folder.h"
#include "adapters/cli/table.h"

namespace dandori::cli {
namespace {

namespace json = boost::json;

std::string cell_of(const json::object& person, std::string_view name) {
    const auto& value = person.at(name);
    if (value.is_bool()) return value.get_bool() ? "yes" : "no";
    if (value.is_int64()) return std::to_string(value.get_int64());
    if (value.is_string()) return std::string(value.get_string());
    std::string joined;
    if (value.is_array())
        for (const auto& each : value.get_array()) joined += (joined.empty() ? "" : ";") + std::string(each.as_string());
    return joined.empty() ? "-" : joined;
}

/// Whether nothing of it was refused.
bool write_people(const json::value& answer, std::ostream& out) {
    std::vector<std::vector<std::string>> rows{{"USER", "ACT", "JOINS", "LEAVES", "PASSWORD", "REFUSED"}};
    bool is_whole = true;
    for (const auto& item : answer.at("items").as_array()) {
        const auto& person = item.as_object();
        rows.push_back({cell_of(person, "username"), cell_of(person, "act"), cell_of(person, "joins"), cell_of(person, "leaves"),
                        cell_of(person, "password"), cell_of(person, "refused")});
        is_whole = is_whole && person.at("refused").is_null();
    }
    write_table(out, rows);
    for (const auto& group : answer.at("newGroups").as_array()) out << "new group: " << std::string(group.as_string()) << "\n";
    for (const auto& column : answer.at("notKept").as_array()) out << "column not kept: " << std::string(column.as_string()) << "\n";
    return is_whole;
}

/// A heading and the members of each item, unless there is none.
void write_items(const json::value& items, const std::vector<std::pair<std::string, std::string_view>>& columns, std::ostream& out) {
    if (items.as_array().empty()) return;
    std::vector<std::vector<std::string>> rows(1);
    for (const auto& column : columns) rows.front().push_back(column.first);
    for (const auto& item : items.as_array()) {
        rows.emplace_back();
        for (const auto& column : columns) rows.back().push_back(cell_of(item.as_object(), column.second));
    }
    write_table(out, rows);
    out << "\n";
}

void write_rehearsal(const json::value& told, std::ostream& out) {
    write_items(told.at("accounts"), {{"USER", "username"}, {"CHANGE", "change"}, {"GROUPS", "groupsBefore"}, {"THEN", "groupsAfter"}, {"POST", "postAfter"}, {"SESSIONS", "sessions"}, {"TOKENS", "accessTokens"}}, out);
    write_items(told.at("tasks"), {{"CASE", "caseNo"}, {"TASK", "name"}, {"OF", "username"}, {"ACT", "act"}, {"SUCCESSOR", "successor"}, {"FOR NOBODY", "isForNobody"}}, out);
    write_items(told.at("emptyGroups"), {{"EMPTY GROUP", "group"}, {"BY THIS", "isEmptied"}, {"OPEN TASKS", "openTasks"}, {"PROCESSES", "processes"}}, out);
    write_items(told.at("substitutions"), {{"SUBSTITUTION ENDS OF", "principal"}, {"SUBSTITUTES", "substitutes"}, {"UNTIL", "until"}}, out);
    for (const auto& group : told.at("newGroups").as_array()) out << "new group: " << std::string(group.as_string()) << "\n";
}

int unreadable(const Failure& failure, std::ostream& errors) {
    errors << "dandori: " << failure.text << "\n";
    return 2;
}

}  // namespace

int import_people(const Connection& connection, const ImportArguments& arguments, std::ostream& out, std::ostream& errors) {
    const auto file = deployable_file(arguments.file);
    if (!file) return unreadable(file.error(), errors);
    std::vector<RestClient::Field> fields{{"file", file->content, file->name}};
    if (!arguments.password_file.empty()) {
        const auto password = deployable_file(arguments.password_file);
        if (!password) return unreadable(password.error(), errors);
        fields.push_back({"password", password->content.substr(0, password->content.find_first_of("\r\n")), ""});
    }
    const auto answer = RestClient(connection).post_form(std::string("/api/people/import?rehearse=") + (arguments.is_rehearsal ? "true" : "false"), fields);
    if (!answer) {
        errors << "dandori: " << answer.error().text << "\n";
        return 1;
    }
    return write_people(*answer, out) ? 0 : 1;
}

int change_personnel(const Connection& connection, const PersonnelChangeArguments& arguments, std::ostream& out, std::ostream& errors) {
    const auto file = deployable_file(arguments.file);
    if (!file) return unreadable(file.error(), errors);
    const auto* path = arguments.is_rehearsal ? "/api/personnel-changes/rehearsal" : "/api/personnel-changes";
    const auto answer = RestClient(connection).post_form(path, {{"file", file->content, file->name}, {"effectiveAt", arguments.at, ""}, {"fileName", file->name, ""}});
    if (!answer) {
        errors << "dandori: " << answer.error().text << "\n";
        return 1;
    }
    write_rehearsal(arguments.is_rehearsal ? *answer : answer->at("rehearsal"), out);
    if (arguments.is_rehearsal) return 0;
    const auto& change = answer->at("change").as_object();
    out << "scheduled " << cell_of(change, "changeId") << " for " << cell_of(change, "effectiveAt") << "\n";
    for (const auto& [username, password] : answer->at("passwords").as_object())
        out << "first password of " << std::string(username) << ": " << std::string(password.as_string()) << "\n";
    return 0;
}

}  // namespace dandori::cli
