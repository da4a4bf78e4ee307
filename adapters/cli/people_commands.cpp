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

}  // namespace dandori::cli
