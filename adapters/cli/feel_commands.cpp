#include "adapters/cli/feel_commands.h"

#include <iostream>
#include <map>

#include "adapters/cli/calendar_option.h"
#include "engine/feel/expression.h"
#include "engine/feel/json.h"

namespace dandori::cli {
namespace {

constexpr std::string_view feel_usage =
    "usage: dandori feel eval EXPRESSION [--context JSON] [--unary-tests INPUT] [--calendars FOLDER]\n";

struct FeelRequest {
    std::string expression;
    std::map<std::string, std::string> options;
};

/// What was asked for; a Failure says what is wrong with the arguments.
Result<FeelRequest> feel_request(std::span<const std::string> arguments, std::istream& in) {
    if (arguments.empty() || arguments[0] != "eval") return fail(Failure::Kind::Syntax, "'eval' is needed.");
    FeelRequest request;
    bool has_expression = false;
    for (std::size_t index = 1; index < arguments.size(); ++index) {
        const std::string& argument = arguments[index];
        if (argument == "--context" || argument == "--unary-tests" || argument == "--calendars") {
            if (index + 1 == arguments.size()) return fail(Failure::Kind::Syntax, "'" + argument + "' needs a value.");
            request.options[argument] = arguments[++index];
        } else if (argument.starts_with("--")) {
            return fail(Failure::Kind::Syntax, "There is no option '" + argument + "'.");
        } else if (has_expression) {
            return fail(Failure::Kind::Syntax, "One expression is needed; '" + argument + "' is one more.");
        } else {
            request.expression = argument;
            has_expression = true;
        }
    }
    if (!has_expression) return fail(Failure::Kind::Syntax, "An expression is needed.");
    // A lone minus is also the test that is always true; with an input given it stays one.
    if (request.expression == "-" && !request.options.contains("--unary-tests")) {
        request.expression.clear();
        char block[4096];
        while (in.read(block, sizeof block) || in.gcount() > 0) {
            request.expression.append(block, static_cast<std::size_t>(in.gcount()));
            if (request.expression.size() > feel::expression_size_max) break;
        }
        while (request.expression.ends_with('\n')) request.expression.pop_back();
    }
    return request;
}

Result<feel::Evaluation> evaluated(const FeelRequest& request) {
    feel::Surroundings surroundings = surroundings_now();
    const auto calendars = request.options.find("--calendars");
    const feel::FunctionLibrary functions =
        TRY(calendar_functions(calendars == request.options.end() ? "" : calendars->second, surroundings));
    surroundings.functions = &functions;

    feel::Value context = feel::Context{};
    if (const auto given = request.options.find("--context"); given != request.options.end()) {
        context = TRY(feel::from_json(given->second));
        if (!context.is_context()) return fail(Failure::Kind::Syntax, "The context is no JSON object.");
    }
    const feel::ContextScope scope(context);
    const auto input = request.options.find("--unary-tests");
    if (input == request.options.end())
        return TRY(feel::Expression::parse(request.expression)).evaluate(scope, surroundings);
    feel::Evaluation tested = TRY(feel::Expression::parse(input->second)).evaluate(scope, surroundings);
    feel::Evaluation result = TRY(feel::Expression::parse_unary_tests(request.expression))
                                  .evaluate_unary_tests(tested.value, scope, surroundings);
    result.warnings.insert(result.warnings.begin(), tested.warnings.begin(), tested.warnings.end());
    return result;
}

}  // namespace

int feel(std::span<const std::string> arguments, std::istream& in, std::ostream& out, std::ostream& err) {
    const auto request = feel_request(arguments, in);
    if (!request) {
        err << request.error().text << '\n' << feel_usage;
        return 2;
    }
    const auto result = evaluated(*request);
    if (!result) {
        err << result.error().text << '\n';
        return 1;
    }
    out << feel::to_json(result->value) << '\n';
    for (const feel::Warning& warning : result->warnings) {
        err << "at " << warning.position << " in `" << warning.expression << "`: " << warning.text << '\n';
    }
    return 0;
}

}  // namespace dandori::cli
