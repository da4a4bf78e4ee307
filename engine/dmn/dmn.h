#pragma once
// The front door of decisions (DMN 1.5; files of 1.1 to 1.4 are read too): read a model once, evaluate it often.
// Pure functions: no file, no network, no clock.

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bpmn/problem.h"
#include "engine/failure.h"
#include "engine/feel/expression.h"

namespace dandori::dmn {

inline constexpr std::size_t elements_max = 5000;       ///< definitions, decisions, inputs and so on of one model
inline constexpr std::size_t rules_max = 50'000;        ///< rules a decision table may have
inline constexpr std::size_t values_max = 2'000'000;    ///< feel::Value::weight() that the result of a decision may have
inline constexpr std::size_t import_depth_max = 50;     ///< models that import one another in a chain
inline constexpr std::size_t decision_depth_max = 500;  ///< decisions that require one another in a chain

/// What gives a decision its value.
enum class Logic {
    None,
    DecisionTable,
    LiteralExpression,
    Context,
    Relation,
    List,
    Invocation,
    Function,
    Conditional,
    Filter,
    For,
    Some,
    Every
};

/// Input data that must be given, directly or through required decisions.
struct RequiredInput {
    std::string id;
    std::string name;
    std::string type;            ///< as the file names it; empty: anything
    std::string namespace_name;  ///< of the model it stands in, when that is an imported one
};

struct DecisionInfo {
    std::string id;
    std::string name;
    Logic logic = Logic::None;
    std::string version_tag;  ///< `zeebe:versionTag`; empty where there is none
    std::vector<RequiredInput> required_inputs;
};

/// A decision service or a business knowledge model.
struct InvocableInfo {
    std::string id;
    std::string name;
    std::vector<std::string> parameters;
};

struct Compiled;

/// A DMN file with what it imports, its expressions parsed. Immutable, usable from several threads.
class Model {
  public:
    explicit Model(std::shared_ptr<const Compiled> compiled);
    ~Model();

    const std::string& id() const;
    const std::string& name() const;
    const std::string& namespace_name() const;
    const std::string& file_name() const;
    /// In the order of the file; those of imported models are not among them.
    const std::vector<DecisionInfo>& decisions() const;
    const std::vector<InvocableInfo>& services() const;
    const std::vector<InvocableInfo>& knowledge_models() const;
    /// By id, else by name; null pointer if there is none.
    const DecisionInfo* find_decision(std::string_view id_or_name) const;

    const Compiled& compiled() const { return *compiled_; }

  private:
    std::shared_ptr<const Compiled> compiled_;
};

/// What came of reading a file.
struct ReadResult {
    std::shared_ptr<const Model> model;   ///< null only when the text isn't DMN at all
    std::vector<bpmn::Problem> problems;  ///< with any error among them the model must not be deployed

    bool has_errors() const;
};

/// A file that may be imported.
struct Source {
    std::string_view xml;
    std::string file_name;
};

/// Reads a DMN file (UTF-8 or UTF-16; at most 16 MiB, 200 levels). Imports are looked for by namespace among `others`,
/// whose own faults are told only where they are imported. All faults are told at once.
ReadResult read(std::string_view xml, std::string file_name, std::span<const Source> others = {});

/// What can be run, but surely not as meant: rules never reached, overlaps, gaps (with values that fall through),
/// values of the wrong type, unknown names; each with table, row and column. `functions` are those known besides FEEL's
/// own.
std::vector<bpmn::Problem> check(const Model&, const feel::FunctionLibrary* functions = nullptr);

/// What to evaluate.
struct Target {
    enum class Kind { Any, Decision, Service, KnowledgeModel };

    Target(std::string_view id_or_name, Kind kind = Kind::Any, std::string_view namespace_name = {})
        : id_or_name(id_or_name), kind(kind), namespace_name(namespace_name) {}
    Target(const std::string& id_or_name) : Target(std::string_view(id_or_name)) {}
    Target(const char* id_or_name) : Target(std::string_view(id_or_name)) {}

    std::string_view id_or_name;
    Kind kind;                        ///< Any: a decision, else a service, else a business knowledge model
    std::string_view namespace_name;  ///< of an imported model; empty: the model itself
};

/// The values given. Names that the model doesn't declare are found here too, as Camunda's modelers are used to.
struct Inputs {
    Inputs(const feel::Scope& scope) : scope(scope) {}

    const feel::Scope& scope;
    /// Of imported models, by namespace. What isn't here is looked for in `scope` as a context named like the import.
    std::map<std::string, const feel::Scope*, std::less<>> imported = {};
    /// Whether a value given by the name of a decision stands for it, so that its logic isn't run. (The input decisions
    /// of a service are always taken from what is given.)
    bool stand_for_decisions = false;
};

struct EvaluatedInput {
    std::string id;
    std::string name;  ///< the label of the column, else its expression
    feel::Value value;
};

struct EvaluatedOutput {
    std::string id;
    std::string name;
    feel::Value value;
};

struct MatchedRule {
    std::string id;
    std::size_t index = 0;  ///< 1-based, from the top of the table
    std::vector<EvaluatedOutput> outputs;
};

/// One decision that was evaluated, as it is kept (Camunda 8: decision instance).
struct EvaluatedDecision {
    std::string id;
    std::string name;
    Logic logic = Logic::None;
    feel::Value value;
    std::vector<EvaluatedInput> inputs;      ///< of a decision table
    std::vector<MatchedRule> matched_rules;  ///< of a decision table, in the order of its rules
    std::string failure;                     ///< empty: it was evaluated as the model meant it
};

/// Why some value is null, or isn't what the model promises.
struct Message {
    enum class Severity {
        Warning,  ///< some part of an expression gave null
        Error,    ///< a hit policy was violated, a value is not of its type, something can't be run
    };

    Severity severity = Severity::Warning;
    std::string decision_id;  ///< or the id of the knowledge model or input data
    std::string text;         ///< one sentence: what, where, with which values
};

struct DecisionResult {
    feel::Value value;              ///< of a service with several output decisions: a context of them by name
    std::vector<Message> messages;  ///< the first hundred
    std::vector<EvaluatedDecision> decisions;  ///< what was required first, the one asked for last; none if unexplained

    /// The first message that is an error; null pointer if there is none. DMN goes on with null where a decision fails;
    /// a business rule task makes an incident of it.
    const Message* failure() const;
};

/// How much is told of an evaluation. Most tables give their value without any allocation when nothing need be told.
enum class Explained { No, Yes };

/// Evaluates a decision, a service (its input data and input decisions taken from `inputs`) or a business knowledge
/// model (its parameters likewise). A Failure of kind CalledDecision: there is no such thing, or it has no logic that
/// can be run. What goes wrong on the way gives null, as DMN says, and a message.
Result<DecisionResult> evaluate(const Model&, const Target&, const Inputs& inputs, const feel::Surroundings&,
                                Explained explained = Explained::Yes);

}  // namespace dandori::dmn
