#include "adapters/cli/notation_commands.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <ostream>
#include <sstream>

#include "adapters/cli/calendar_option.h"
#include "bpmn/bpmn.h"
#include "engine/behavior/executable.h"
#include "engine/dmn/dmn.h"
#include "engine/feel/expression.h"

namespace dandori::cli {
namespace {

std::optional<std::string> content_of_file(const std::string& path, std::ostream& errors) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream all;
    // A folder opens, and fails on the first read.
    if (!in || in.peek() == std::ifstream::traits_type::eof() || !(all << in.rdbuf())) {
        errors << path << ": The file can't be read, or is empty.\n";
        return std::nullopt;
    }
    return all.str();
}

bool has_error(const std::vector<bpmn::Problem>& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const bpmn::Problem& problem) { return problem.severity == bpmn::Problem::Severity::Error; });
}

void append(std::vector<bpmn::Problem>& all, std::vector<bpmn::Problem> more) {
    for (bpmn::Problem& problem : more) all.push_back(std::move(problem));
}

// What the checker faults the engine refuses too, in other words; one of the two is enough.
void append_new(std::vector<bpmn::Problem>& all, std::vector<bpmn::Problem> more) {
    for (bpmn::Problem& problem : more) {
        const bool told = std::any_of(all.begin(), all.end(), [&](const bpmn::Problem& other) {
            return other.severity == bpmn::Problem::Severity::Error && other.line == problem.line &&
                   other.element_id == problem.element_id;
        });
        if (!told) all.push_back(std::move(problem));
    }
}

/// What a deployment would tell of the file, and its warnings.
std::vector<bpmn::Problem> faults_of_model(const std::string& content, const std::string& path) {
    auto result = bpmn::read(content, path);
    std::vector<bpmn::Problem> problems = std::move(result.problems);
    if (!result.definitions) return problems;
    append(problems, bpmn::check(*result.definitions));
    for (const bpmn::Process& process : result.definitions->processes) {
        if (!process.is_executable) continue;
        std::vector<bpmn::Problem> refused;
        (void)engine::compile(result.definitions, process, refused);
        append_new(problems, std::move(refused));
    }
    return problems;
}

/// The same of decisions; they may import one another among the files named.
std::vector<bpmn::Problem> faults_of_decisions(const std::string& content, const std::string& path,
                                               const std::vector<dmn::Source>& decisions) {
    std::vector<dmn::Source> others;
    for (const dmn::Source& each : decisions) {
        if (each.file_name != path) others.push_back(each);
    }
    auto result = dmn::read(content, path, others);
    std::vector<bpmn::Problem> problems = std::move(result.problems);
    if (!result.model) return problems;
    append(problems, dmn::check(*result.model, &named_calendar_functions()));
    return problems;
}

bool is_decisions(const std::string& path) { return path.ends_with(".dmn"); }

struct FileArguments {
    std::string file, target = "-";
    std::size_t diagram = 1;
};

/// `FILE -o OUT`, and `--diagram N` where one is drawn.
std::optional<FileArguments> file_arguments(const std::vector<std::string>& arguments, bool with_diagram) {
    FileArguments found;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        const std::string& each = arguments[at];
        if (each == "-o" || each == "--output" || (with_diagram && each == "--diagram")) {
            if (++at == arguments.size()) return std::nullopt;
            if (each != "--diagram") {
                found.target = arguments[at];
                continue;
            }
            const char* const end = arguments[at].data() + arguments[at].size();
            const auto [rest, failed] = std::from_chars(arguments[at].data(), end, found.diagram);
            if (failed != std::errc{} || rest != end || found.diagram == 0) return std::nullopt;
        } else if (found.file.empty() && (each == "-" || !each.starts_with("-"))) {
            found.file = each;
        } else {
            return std::nullopt;
        }
    }
    if (found.file.empty()) return std::nullopt;
    return found;
}

int put(const std::string& target, const std::string& content, std::ostream& out, std::ostream& errors) {
    if (target == "-") {
        out << content;
        return out ? 0 : 1;
    }
    std::ofstream file(target, std::ios::binary);
    if (!(file << content) || !file.flush()) {
        errors << target << ": The file can't be written.\n";
        return 1;
    }
    return 0;
}

}  // namespace

int check_files(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& errors) {
    if (arguments.empty()) {
        errors << "Usage: dandori check FILE...\n";
        return 2;
    }
    bool fault = false;
    std::vector<std::pair<std::string, std::string>> files;
    for (const std::string& path : arguments) {
        auto content = content_of_file(path, errors);
        if (content)
            files.emplace_back(path, std::move(*content));
        else
            fault = true;
    }
    std::vector<dmn::Source> decisions;
    for (const auto& [path, content] : files) {
        if (is_decisions(path)) decisions.push_back({content, path});
    }
    for (const auto& [path, content] : files) {
        const auto problems =
            is_decisions(path) ? faults_of_decisions(content, path, decisions) : faults_of_model(content, path);
        for (const bpmn::Problem& problem : problems) out << to_string(problem) << '\n';
        fault |= has_error(problems);
    }
    return fault ? 1 : 0;
}

int draw_file(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& errors) {
    const auto wanted = file_arguments(arguments, true);
    if (!wanted) {
        errors << "Usage: dandori draw FILE -o OUT.svg [--diagram N]\n";
        return 2;
    }
    const auto content = content_of_file(wanted->file, errors);
    if (!content) return 1;
    const auto result = bpmn::read(*content, wanted->file);
    if (!result.definitions) {
        for (const bpmn::Problem& problem : result.problems) errors << to_string(problem) << '\n';
        return 1;
    }
    const std::size_t count = result.definitions->diagrams.size();
    if (wanted->diagram > std::max<std::size_t>(count, 1)) {
        errors << wanted->file << ": There is no diagram " << wanted->diagram << "; the file has " << count << ".\n";
        return 1;
    }
    bpmn::DrawOptions options;
    options.diagram = wanted->diagram - 1;
    return put(wanted->target, bpmn::draw_svg(*result.definitions, options), out, errors);
}

int rewrite_file(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& errors) {
    const auto wanted = file_arguments(arguments, false);
    if (!wanted) {
        errors << "Usage: dandori rewrite FILE -o OUT.bpmn\n";
        return 2;
    }
    const auto content = content_of_file(wanted->file, errors);
    if (!content) return 1;
    const auto result = bpmn::read(*content, wanted->file);
    for (const bpmn::Problem& problem : result.problems) errors << to_string(problem) << '\n';
    if (!result.definitions) return 1;
    return put(wanted->target, bpmn::write(*result.definitions), out, errors);
}

}  // namespace dandori::cli
