#include "adapters/cli/dmn_commands.h"

#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <vector>

#include "adapters/cli/calendar_option.h"
#include "adapters/cli/typed_json.h"
#include "engine/dmn/dmn.h"
#include "engine/feel/json.h"

namespace dandori::cli {
namespace {

constexpr std::size_t file_size_max = 32 << 20;  // bytes; the reader refuses less than that with a reason

Result<std::string> contents_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return fail(Failure::Kind::ResourceNotFound, "The file '" + path + "' can't be opened.");
    std::string text;
    char block[1 << 16];
    while (file.read(block, sizeof block) || file.gcount() > 0) {
        text.append(block, static_cast<std::size_t>(file.gcount()));
        if (text.size() > file_size_max) return fail(Failure::Kind::Bounds, "The file '" + path + "' is too large.");
    }
    return text;
}

Result<dmn::ReadResult> read_model(const std::string& path, const std::vector<std::string>& import_paths) {
    const std::string xml = TRY(contents_of(path));
    std::vector<std::string> texts;
    for (const std::string& import : import_paths) texts.push_back(TRY(contents_of(import)));
    std::vector<dmn::Source> sources;
    for (std::size_t index = 0; index < texts.size(); ++index) sources.push_back({texts[index], import_paths[index]});
    return dmn::read(xml, path, sources);
}

// ---- serve

class Server {
  public:
    explicit Server(const feel::FunctionLibrary& functions) : functions_(functions) {}

    std::string answer(const std::string& line) {
        auto request = feel::from_json(line);
        if (!request) return error("", request.error().text);
        if (!request->is_context()) return error("", "The request is no JSON object.");
        const feel::Context& fields = request->as_context();
        std::string id;
        if (const feel::Value* given = fields.find("id")) id = "\"id\": " + feel::to_json(*given) + ", ";
        auto result = evaluate(fields);
        if (!result) return error(id, result.error().text);
        std::string text = "{" + id + "\"result\": " + to_typed_json(result->value) + ", \"messages\": [";
        for (const dmn::Message& message : result->messages) {
            if (&message != &result->messages.front()) text += ", ";
            text += feel::to_json(feel::Value(message.text));
        }
        return text + "]}";
    }

  private:
    static std::string error(const std::string& id, const std::string& text) {
        return "{" + id + "\"error\": " + feel::to_json(feel::Value(text)) + "}";
    }

    static std::string text_of(const feel::Context& fields, std::string_view name) {
        const feel::Value* value = fields.find(name);
        return value && value->is_string() ? value->as_string() : "";
    }

    static Result<feel::ContextScope> values_of(const feel::Value* values) {
        feel::Context made;
        if (values && values->is_context()) {
            for (const feel::Context::Entry& entry : values->as_context().entries()) {
                made.put(entry.first, TRY(from_typed_json(entry.second)));
            }
        }
        return feel::ContextScope(feel::Value(std::move(made)));
    }

    Result<void> load(const feel::Context& fields) {
        const std::string path = text_of(fields, "model");
        std::vector<std::string> imports;
        if (const feel::Value* given = fields.find("imports"); given && given->is_list()) {
            for (const feel::Value& each : given->as_list()) {
                if (each.is_string()) imports.push_back(each.as_string());
            }
        }
        if (model_ && path == path_ && imports == imports_) return {};
        model_ = nullptr;
        const dmn::ReadResult read = TRY(read_model(path, imports));
        if (!read.model) {
            const std::string why = read.problems.empty() ? path : bpmn::to_string(read.problems.front());
            return fail(Failure::Kind::Syntax, why);
        }
        model_ = read.model;
        path_ = path;
        imports_ = std::move(imports);
        return {};
    }

    Result<dmn::DecisionResult> evaluate(const feel::Context& fields) {
        TRY(load(fields));
        const auto scope = TRY(values_of(fields.find("inputs")));
        std::vector<std::pair<std::string, feel::ContextScope>> imported;
        if (const feel::Value* given = fields.find("imported_inputs"); given && given->is_context()) {
            for (const feel::Context::Entry& entry : given->as_context().entries()) {
                imported.emplace_back(entry.first, TRY(values_of(&entry.second)));
            }
        }
        dmn::Inputs inputs(scope);
        for (const auto& each : imported) inputs.imported.emplace(each.first, &each.second);
        inputs.stand_for_decisions = true;
        using Kind = dmn::Target::Kind;
        const std::string space = text_of(fields, "namespace");
        feel::Surroundings now = surroundings_now();
        now.functions = &functions_;
        if (fields.find("service"))
            return dmn::evaluate(*model_, {text_of(fields, "service"), Kind::Service, space}, inputs, now);
        if (fields.find("bkm"))
            return dmn::evaluate(*model_, {text_of(fields, "bkm"), Kind::KnowledgeModel, space}, inputs, now);
        return dmn::evaluate(*model_, {text_of(fields, "decision"), Kind::Any, space}, inputs, now);
    }

    const feel::FunctionLibrary& functions_;
    std::string path_;
    std::vector<std::string> imports_;
    std::shared_ptr<const dmn::Model> model_;
};

// ---- eval, explain, check

struct Arguments {
    std::vector<std::string> words;
    std::string context = "{}";
    std::vector<std::string> imports;
    std::string calendars;
};

Result<Arguments> arguments_from(std::span<const std::string> given, std::size_t words) {
    Arguments made;
    for (std::size_t index = 0; index < given.size(); ++index) {
        const std::string& each = given[index];
        if (each == "--context" || each == "--import" || each == "--calendars") {
            if (++index == given.size()) return fail(Failure::Kind::Syntax, "After " + each + " a value is missing.");
            if (each == "--context") made.context = given[index];
            if (each == "--import") made.imports.push_back(given[index]);
            if (each == "--calendars") made.calendars = given[index];
        } else if (each.starts_with("--")) {
            return fail(Failure::Kind::Syntax, "There is no option " + each + ".");
        } else {
            made.words.push_back(each);
        }
    }
    if (made.words.size() != words) {
        constexpr const char* needed[] = {"Nothing but options is", "A file is", "A file and a decision are"};
        return fail(Failure::Kind::Syntax, std::string(needed[words]) + " needed.");
    }
    return made;
}

void print_problems(const std::vector<bpmn::Problem>& problems, std::ostream& out) {
    for (const bpmn::Problem& problem : problems) out << bpmn::to_string(problem) << '\n';
}

// JSON has no dates: text given for an input of such a type is read as one.
feel::Value as_type(const std::string& type, const feel::Value& value) {
    if (!value.is_string()) return value;
    const std::string& text = value.as_string();
    const auto taken = [&](auto read) { return read ? feel::Value(*read) : value; };
    if (type == "date") return taken(feel::date_from_text(text));
    if (type == "time") return taken(feel::time_from_text(text));
    if (type == "date and time" || type == "dateTime") return taken(feel::date_time_from_text(text));
    if (type == "days and time duration" || type == "dayTimeDuration")
        return taken(feel::days_duration_from_text(text));
    if (type == "years and months duration" || type == "yearMonthDuration") {
        return taken(feel::months_duration_from_text(text));
    }
    return value;
}

Result<dmn::DecisionResult> evaluate(const Arguments& arguments, std::ostream& err,
                                     const feel::FunctionLibrary& functions) {
    const dmn::ReadResult read = TRY(read_model(arguments.words[0], arguments.imports));
    print_problems(read.problems, err);
    if (!read.model) return fail(Failure::Kind::Syntax, "The file '" + arguments.words[0] + "' can't be read.");
    feel::Value context = TRY(feel::from_json(arguments.context));
    if (!context.is_context()) return fail(Failure::Kind::Syntax, "The context is no JSON object.");
    if (const dmn::DecisionInfo* decision = read.model->find_decision(arguments.words[1])) {
        feel::Context values = context.as_context();
        for (const dmn::RequiredInput& input : decision->required_inputs) {
            const feel::Value* given = values.find(input.name);
            if (given && input.namespace_name.empty()) values.put(input.name, as_type(input.type, *given));
        }
        context = feel::Value(std::move(values));
    }
    const feel::ContextScope scope(context);
    feel::Surroundings now = surroundings_now();
    now.functions = &functions;
    return dmn::evaluate(*read.model, arguments.words[1], scope, now);
}

void print_messages(const dmn::DecisionResult& result, std::ostream& err) {
    for (const dmn::Message& message : result.messages) {
        err << (message.severity == dmn::Message::Severity::Error ? "error: " : "warning: ") << message.text << '\n';
    }
}

void explain(const dmn::DecisionResult& result, std::ostream& out) {
    for (const dmn::EvaluatedDecision& decision : result.decisions) {
        out << decision.name << " = " << feel::to_literal(decision.value) << '\n';
        for (const dmn::EvaluatedInput& input : decision.inputs) {
            out << "  input   " << input.name << " = " << feel::to_literal(input.value) << '\n';
        }
        for (const dmn::MatchedRule& rule : decision.matched_rules) {
            out << "  rule " << rule.index << " gives ";
            for (std::size_t index = 0; index < rule.outputs.size(); ++index) {
                const dmn::EvaluatedOutput& output = rule.outputs[index];
                out << (index > 0 ? ", " : "") << (output.name.empty() ? "" : output.name + " = ")
                    << feel::to_literal(output.value);
            }
            out << '\n';
        }
        if (decision.logic == dmn::Logic::DecisionTable && decision.matched_rules.empty()) out << "  no rule matches\n";
        if (!decision.failure.empty()) out << "  failed: " << decision.failure << '\n';
    }
}

int check(const Arguments& arguments, std::ostream& out, std::ostream& err) {
    const auto read = read_model(arguments.words[0], arguments.imports);
    if (!read) {
        err << read.error().text << '\n';
        return 1;
    }
    std::vector<bpmn::Problem> problems = read->problems;
    if (read->model) {
        for (bpmn::Problem& each : dmn::check(*read->model, &named_calendar_functions()))
            problems.push_back(std::move(each));
    }
    print_problems(problems, out);
    return problems.empty() ? 0 : 1;
}

int serve(std::istream& in, std::ostream& out, const feel::FunctionLibrary& functions) {
    Server server(functions);
    std::string line;
    while (std::getline(in, line)) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        out << server.answer(line) << std::endl;
    }
    return 0;
}

int misused(std::ostream& err, const std::string& why) {
    err << why << "\nUsage: dandori dmn serve [--calendars FOLDER]\n"
        << "       dandori dmn eval FILE DECISION [--context JSON] [--import FILE]... [--calendars FOLDER]\n"
        << "       dandori dmn explain FILE DECISION [--context JSON] [--import FILE]... [--calendars FOLDER]\n"
        << "       dandori dmn check FILE [--import FILE]...\n";
    return 2;
}

}  // namespace

int dmn(std::span<const std::string> arguments, std::istream& in, std::ostream& out, std::ostream& err) {
    if (arguments.empty()) return misused(err, "What is to be done is missing.");
    const std::string& command = arguments.front();
    if (command != "serve" && command != "eval" && command != "explain" && command != "check") {
        return misused(err, "There is no command 'dmn " + command + "'.");
    }
    const auto parsed = arguments_from(arguments.subspan(1), command == "serve" ? 0 : command == "check" ? 1 : 2);
    if (!parsed) return misused(err, parsed.error().text);
    if (command == "check") return check(*parsed, out, err);
    const auto functions = calendar_functions(parsed->calendars, feel::Surroundings());
    if (!functions) {
        err << functions.error().text << '\n';
        return 1;
    }
    if (command == "serve") return serve(in, out, *functions);
    const auto result = evaluate(*parsed, err, *functions);
    if (!result) {
        err << result.error().text << '\n';
        return 1;
    }
    if (command == "eval")
        out << feel::to_json(result->value) << '\n';
    else
        explain(*result, out);
    print_messages(*result, err);
    return result->failure() ? 1 : 0;
}

}  // namespace dandori::cli
