#pragma once
// The commands that ask a running server. Each returns the exit status: 0 when done, 1 when the server refused or
// doesn't answer (said on `errors`), 2 when what was given is no such command.

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "adapters/cli/rest_client.h"

namespace dandori::cli {

/// Each folder is deployed as one; the files given by name are deployed together. Prints what came of it.
int deploy(const Connection&, const std::vector<std::string>& paths, std::ostream& out, std::ostream& errors);

struct StartArguments {
    std::string process;           ///< BPMN process id
    std::string variables = "{}";  ///< a JSON object
    std::string business_id{};     ///< empty: none
    bool await_completion = false;
};
/// Prints the process instance's key; with `await_completion` its variables at the end, as JSON.
int start(const Connection&, const StartArguments&, std::ostream& out, std::ostream& errors);

struct TasksArguments {
    std::string assignee, group, process;  ///< empty: any
    bool as_json = false;
};
/// The open user tasks, oldest first.
int tasks(const Connection&, const TasksArguments&, std::ostream& out, std::ostream& errors);

struct CompleteArguments {
    std::string task_key;
    std::string variables = "{}";
    std::string action;  ///< empty: none
};
int complete(const Connection&, const CompleteArguments&, std::ostream& out, std::ostream& errors);

struct IncidentsArguments {
    std::string resolve_key;              ///< not empty: resolve this one instead of listing
    std::optional<std::int64_t> retries;  ///< for the job of the incident that is resolved
    bool as_json = false;
};
/// The incidents nobody has resolved yet, oldest first.
int incidents(const Connection&, const IncidentsArguments&, std::ostream& out, std::ostream& errors);

}  // namespace dandori::cli
