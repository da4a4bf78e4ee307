#include "adapters/cli/notation_commands.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <ostream>
#include <sstream>

#include "bpmn/bpmn.h"

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

/// Writes the problems as lines; whether there is an error among them.
bool tell(const std::vector<bpmn::Problem>& problems, std::ostream& out) {
    bool error = false;
    for (const bpmn::Problem& problem : problems) {
        out << to_string(problem) << '\n';
        error |= problem.severity == bpmn::Problem::Severity::Error;
    }
    return error;
}

struct DrawArguments {
    std::string file, target = "-";
    std::size_t diagram = 1;
};

std::optional<DrawArguments> draw_arguments(const std::vector<std::string>& arguments) {
    DrawArguments found;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        const std::string& each = arguments[at];
        if (each == "-o" || each == "--output" || each == "--diagram") {
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

}  // namespace

int check_files(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& errors) {
    if (arguments.empty()) {
        errors << "Usage: dandori check FILE...\n";
        return 2;
    }
    bool fault = false;
    for (const std::string& path : arguments) {
        const auto content = content_of_file(path, errors);
        if (!content) {
            fault = true;
            continue;
        }
        const auto result = bpmn::read(*content, path);
        fault |= tell(result.problems, out);
        if (result.definitions) fault |= tell(bpmn::check(*result.definitions), out);
    }
    return fault ? 1 : 0;
}

int draw_file(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& errors) {
    const auto wanted = draw_arguments(arguments);
    if (!wanted) {
        errors << "Usage: dandori draw FILE -o OUT.svg [--diagram N]\n";
        return 2;
    }
    const auto content = content_of_file(wanted->file, errors);
    if (!content) return 1;
    const auto result = bpmn::read(*content, wanted->file);
    if (!result.definitions) {
        tell(result.problems, errors);
        return 1;
    }
    const std::size_t count = result.definitions->diagrams.size();
    if (wanted->diagram > std::max<std::size_t>(count, 1)) {
        errors << wanted->file << ": There is no diagram " << wanted->diagram << "; the file has " << count << ".\n";
        return 1;
    }
    bpmn::DrawOptions options;
    options.diagram = wanted->diagram - 1;
    const std::string svg = bpmn::draw_svg(*result.definitions, options);
    if (wanted->target == "-") {
        out << svg;
        return out ? 0 : 1;
    }
    std::ofstream file(wanted->target, std::ios::binary);
    if (!(file << svg) || !file.flush()) {
        errors << wanted->target << ": The file can't be written.\n";
        return 1;
    }
    return 0;
}

}  // namespace dandori::cli
