#include "adapters/cli/client_commands.h"

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <ostream>

#include "adapters/cli/table.h"

namespace dandori::cli {
namespace {

namespace json = boost::json;

constexpr int listed_max = 1'000;

int tell_failure(const Failure& failure, std::ostream& errors) {
    errors << "dandori: " << failure.text << "\n";
    return 1;
}

bool is_key(const std::string& text) {
    return !text.empty() && text.size() <= 19 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string shown(const json::value& row, std::string_view name) {
    const auto* value = row.is_object() ? row.get_object().if_contains(name) : nullptr;
    if (!value || value->is_null()) return "-";
    if (value->is_string()) return std::string(value->get_string());
    if (!value->is_array()) return json::serialize(*value);
    std::string joined;
    for (const auto& each : value->get_array()) {
        joined +=
            (joined.empty() ? "" : ",") + (each.is_string() ? std::string(each.get_string()) : json::serialize(each));
    }
    return joined.empty() ? "-" : joined;
}

Result<json::object> object_of(const std::string& text) {
    boost::system::error_code error;
    auto value = json::parse(text, error);
    if (!error && value.is_object()) return std::move(value.get_object());
    return fail(Failure::Kind::Syntax, "--variables gave '" + text.substr(0, 200) +
                                           "'; a JSON object is expected, such as '{\"amount\": 3}'.");
}

const json::array& items_of(const json::value& answer) {
    static const json::array none;
    const auto* items = answer.is_object() ? answer.get_object().if_contains("items") : nullptr;
    return items && items->is_array() ? items->get_array() : none;
}

std::vector<std::string> row_of(const json::value& item, const std::vector<std::string_view>& names) {
    std::vector<std::string> row;
    for (const auto name : names) row.push_back(shown(item, name));
    return row;
}

int list(const Result<json::value>& answer, const std::vector<std::string>& headings,
         const std::vector<std::string_view>& names, bool as_json, std::ostream& out, std::ostream& errors) {
    if (!answer) return tell_failure(answer.error(), errors);
    const auto& items = items_of(*answer);
    if (as_json) {
        out << json::serialize(items) << "\n";
        return 0;
    }
    std::vector<std::vector<std::string>> rows{headings};
    for (const auto& item : items) rows.push_back(row_of(item, names));
    write_table(out, rows);
    return 0;
}

/// `process incident, version 2, from incident.bpmn`
void tell_deployed(const json::value& deployment, std::ostream& out) {
    struct Kind {
        std::string_view member, word, id, version;
    };
    static constexpr Kind kinds[] = {
        {"processDefinition", "process", "processDefinitionId", "processDefinitionVersion"},
        {"decisionDefinition", "decision", "decisionDefinitionId", "version"},
        {"decisionRequirements", "decisions", "decisionRequirementsId", "version"},
        {"form", "form", "formId", "version"},
        {"resource", "file", "resourceId", "version"},
    };
    for (const auto& [member, word, id, version] : kinds) {
        const auto* found = deployment.is_object() ? deployment.get_object().if_contains(member) : nullptr;
        if (!found || !found->is_object()) continue;
        out << word << " " << shown(*found, id) << ", version " << shown(*found, version) << "\n";
    }
}

Result<void> deploy_as_one(RestClient& client, const std::vector<DeployableFile>& files, std::ostream& out) {
    const auto answer = TRY(client.deploy(files));
    const auto* deployments = answer.is_object() ? answer.get_object().if_contains("deployments") : nullptr;
    if (!deployments || !deployments->is_array()) return {};
    for (const auto& deployment : deployments->get_array()) tell_deployed(deployment, out);
    return {};
}

Result<void> deploy_all(RestClient& client, const std::vector<std::string>& paths, std::ostream& out) {
    std::vector<DeployableFile> single;
    for (const auto& path : paths) {
        std::error_code error;
        if (std::filesystem::is_directory(path, error)) {
            TRY(deploy_as_one(client, TRY(files_of_folder(path)), out));
        } else {
            single.push_back(TRY(deployable_file(path)));
        }
    }
    if (!single.empty()) TRY(deploy_as_one(client, single, out));
    return {};
}

Result<json::value> start_instance(RestClient& client, const StartArguments& arguments) {
    json::object body{{"processDefinitionId", arguments.process}, {"variables", TRY(object_of(arguments.variables))}};
    if (!arguments.business_id.empty()) body["businessId"] = arguments.business_id;
    if (arguments.await_completion) body["awaitCompletion"] = true;
    return client.send("POST", "/process-instances", body);
}

Result<void> complete_task(RestClient& client, const CompleteArguments& arguments) {
    json::object body{{"variables", TRY(object_of(arguments.variables))}};
    if (!arguments.action.empty()) body["action"] = arguments.action;
    TRY(client.send("POST", "/user-tasks/" + arguments.task_key + "/completion", body));
    return {};
}

Result<void> resolve(RestClient& client, const IncidentsArguments& arguments) {
    const auto path = "/incidents/" + arguments.resolve_key;
    if (arguments.retries) {
        const auto job = shown(TRY(client.send("GET", path)), "jobKey");
        if (job == "-") {
            return fail(Failure::Kind::Unspecified,
                        "Incident " + arguments.resolve_key + " has no job that --retries could be given to.");
        }
        TRY(client.send("PATCH", "/jobs/" + job, json::object{{"changeset", {{"retries", *arguments.retries}}}}));
    }
    TRY(client.send("POST", path + "/resolution"));
    return {};
}

}  // namespace

int deploy(const Connection& connection, const std::vector<std::string>& paths, std::ostream& out,
           std::ostream& errors) {
    RestClient client(connection);
    const auto done = deploy_all(client, paths, out);
    return done ? 0 : tell_failure(done.error(), errors);
}

int start(const Connection& connection, const StartArguments& arguments, std::ostream& out, std::ostream& errors) {
    RestClient client(connection);
    const auto answer = start_instance(client, arguments);
    if (!answer) return tell_failure(answer.error(), errors);
    out << shown(*answer, arguments.await_completion ? "variables" : "processInstanceKey") << "\n";
    return 0;
}

int tasks(const Connection& connection, const TasksArguments& arguments, std::ostream& out, std::ostream& errors) {
    RestClient client(connection);
    json::object filter{{"state", "CREATED"}};
    if (!arguments.assignee.empty()) filter["assignee"] = arguments.assignee;
    if (!arguments.group.empty()) filter["candidateGroup"] = arguments.group;
    if (!arguments.process.empty()) filter["processDefinitionId"] = arguments.process;
    const auto answer = client.send("POST", "/user-tasks/search",
                                    json::object{{"filter", filter},
                                                 {"sort", json::array{json::object{{"field", "creationDate"}}}},
                                                 {"page", json::object{{"limit", listed_max}}}});
    return list(answer, {"KEY", "TASK", "FOR", "ASSIGNEE", "DUE", "INSTANCE"},
                {"userTaskKey", "name", "candidateGroups", "assignee", "dueDate", "processInstanceKey"},
                arguments.as_json, out, errors);
}

int complete(const Connection& connection, const CompleteArguments& arguments, std::ostream& out,
             std::ostream& errors) {
    if (!is_key(arguments.task_key)) {
        errors << "dandori: '" << arguments.task_key << "' is no key of a user task; 'dandori tasks' lists them.\n";
        return 2;
    }
    RestClient client(connection);
    const auto done = complete_task(client, arguments);
    if (!done) return tell_failure(done.error(), errors);
    out << "completed " << arguments.task_key << "\n";
    return 0;
}

int incidents(const Connection& connection, const IncidentsArguments& arguments, std::ostream& out,
              std::ostream& errors) {
    RestClient client(connection);
    if (arguments.resolve_key.empty()) {
        const auto answer = client.send("POST", "/incidents/search",
                                        json::object{{"filter", json::object{{"state", "ACTIVE"}}},
                                                     {"sort", json::array{json::object{{"field", "creationTime"}}}},
                                                     {"page", json::object{{"limit", listed_max}}}});
        return list(answer, {"KEY", "KIND", "ELEMENT", "INSTANCE", "SINCE", "WHAT"},
                    {"incidentKey", "errorType", "elementId", "processInstanceKey", "creationTime", "errorMessage"},
                    arguments.as_json, out, errors);
    }
    if (!is_key(arguments.resolve_key)) {
        errors << "dandori: '" << arguments.resolve_key
               << "' is no key of an incident; 'dandori incidents' lists them.\n";
        return 2;
    }
    const auto done = resolve(client, arguments);
    if (!done) return tell_failure(done.error(), errors);
    out << "resolved " << arguments.resolve_key << "\n";
    return 0;
}

}  // namespace dandori::cli
