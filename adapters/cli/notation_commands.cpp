#include "adapters/cli/notation_commands.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <ostream>
#include <sstream>

#include "adapters/cli/calendar_option.h"
#include "bpmn/bpmn.h"
#include "bpmn/findings.h"
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

using Findings = std::vector<bpmn::Finding>;

bool has_error(const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const bpmn::Finding& finding) { return finding.severity == bpmn::Problem::Severity::Error; });
}

/// What isn't the checker's is told in English only.
void append(Findings& all, std::vector<bpmn::Problem> more) {
    for (bpmn::Problem& problem : more) all.push_back({std::move(problem), "", "", ""});
}

// What the checker faults the engine refuses too, in other words; one of the two is enough.
void append_new(Findings& all, std::vector<bpmn::Problem> more) {
    for (bpmn::Problem& problem : more) {
        const bool told = std::any_of(all.begin(), all.end(), [&](const bpmn::Finding& other) {
            return other.severity == bpmn::Problem::Severity::Error && other.line == problem.line &&
                   other.element_id == problem.element_id;
        });
        if (!told) all.push_back({std::move(problem), "", "", ""});
    }
}

/// What a deployment would tell of the file, its warnings, and where its flow can get stuck.
Findings faults_of_model(const std::string& content, const std::string& path) {
    auto result = bpmn::read(content, path);
    Findings findings;
    append(findings, std::move(result.problems));
    if (!result.definitions) return findings;
    for (bpmn::Finding& each : bpmn::findings_of(*result.definitions, bpmn::CheckDepth::Soundness))
        findings.push_back(std::move(each));
    for (const bpmn::Process& process : result.definitions->processes) {
        if (!process.is_executable) continue;
        std::vector<bpmn::Problem> refused;
        (void)engine::compile(result.definitions, process, refused);
        append_new(findings, std::move(refused));
    }
    return findings;
}

/// The same of decisions; they may import one another among the files named.
Findings faults_of_decisions(const std::string& content, const std::string& path,
                             const std::vector<dmn::Source>& decisions) {
    std::vector<dmn::Source> others;
    for (const dmn::Source& each : decisions) {
        if (each.file_name != path) others.push_back(each);
    }
    auto result = dmn::read(content, path, others);
    Findings findings;
    append(findings, std::move(result.problems));
    if (!result.model) return findings;
    append(findings, dmn::check(*result.model, &named_calendar_functions()));
    return findings;
}

bool is_decisions(const std::string& path) { return path.ends_with(".dmn"); }

struct CheckArguments {
    std::vector<std::string> files;
    bpmn::Language language = bpmn::Language::English;
};

/// `FILE... [--language en|ja]`.
std::optional<CheckArguments> check_arguments(const std::vector<std::string>& arguments) {
    CheckArguments found;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        if (arguments[at] != "--language") {
            if (arguments[at].starts_with("-")) return std::nullopt;
            found.files.push_back(arguments[at]);
        } else if (++at == arguments.size() || (arguments[at] != "en" && arguments[at] != "ja")) {
            return std::nullopt;
        } else {
            found.language = arguments[at] == "ja" ? bpmn::Language::Japanese : bpmn::Language::English;
        }
    }
    if (found.files.empty()) return std::nullopt;
    return found;
}

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
    const auto wanted = check_arguments(arguments);
    if (!wanted) {
        errors << "Usage: dandori check FILE... [--language en|ja]\n";
        return 2;
    }
    bool fault = false;
    std::vector<std::pair<std::string, std::string>> files;
    for (const std::string& path : wanted->files) {
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
        const Findings findings =
            is_decisions(path) ? faults_of_decisions(content, path, decisions) : faults_of_model(content, path);
        for (const bpmn::Finding& finding : findings) out << to_string(finding, wanted->language) << '\n';
        fault |= has_error(findings);
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
