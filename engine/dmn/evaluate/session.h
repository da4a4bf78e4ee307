#pragma once
// One evaluation of a model: what is known so far, and what went wrong.

#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/dmn/compiled.h"
#include "engine/dmn/evaluate/variables.h"
#include "engine/dmn/few.h"

namespace dandori::dmn {

/// Where in a decision table something is; all empty: somewhere else.
struct Place {
    std::size_t rule = 0;        ///< from 1; 0: not in a rule
    const char* side = nullptr;  ///< input or output
    std::size_t column = 0;      ///< from 0
};

/// The values of one run through the graph: the outermost, or that of a decision service called.
struct Frame {
    bool outermost = false;
    Few<std::pair<const Element*, feel::Value>> values;
    Few<const Decision*> on_the_way;

    const feel::Value* find(const Element& element) const {
        for (const auto& known : values) {
            if (known.first == &element) return &known.second;
        }
        return nullptr;
    }
    void keep(const Element& element, feel::Value value) { values.emplace_back(&element, std::move(value)); }
};

class Session;
/// Leads to a session as long as it lives.
using SessionLink = std::weak_ptr<Session* const>;

class RequirementScope;

class Session {
  public:
    /// `inputs` may be a null pointer where nothing is given from outside.
    Session(std::shared_ptr<const Compiled> model, const feel::Surroundings& surroundings, const Inputs* inputs,
            Explained explained = Explained::No);
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// For what may outlive the session.
    SessionLink link();

    // session.cpp: the graph
    feel::Value decision(Frame& frame, const Decision& decision);
    /// A service with its parameters taken from the inputs.
    feel::Value service_from_inputs(const Service& service);
    feel::Value knowledge_from_inputs(const KnowledgeModel& knowledge);
    /// A name that the model doesn't declare, as it was given.
    std::optional<feel::Value> undeclared(const Compiled& model, std::string_view name) const;
    std::vector<std::string> given_names() const;

    // invocable.cpp: knowledge models, services and functions as values
    feel::Value function(const KnowledgeModel& knowledge);
    feel::Value function(const Service& service);
    feel::Value call(const KnowledgeModel& knowledge, std::span<const feel::Value> arguments, feel::Call* call);
    feel::Value call(const Service& service, std::span<const feel::Value> arguments);
    feel::Value call(const FunctionBox& function, const std::string& name, std::span<const feel::Value> arguments,
                     ScopePointer scope, feel::Call* call);

    // boxed.cpp
    feel::Value evaluate(const Boxed* boxed, const ScopePointer& scope);
    feel::Value evaluate(const Formula& formula, const ScopePointer& scope, const Place& place);

    // table.cpp
    feel::Value evaluate(const TableBox& table, const ScopePointer& scope, EvaluatedDecision* record);

    void warn(std::string text) { report(Message::Severity::Warning, std::move(text)); }
    void fail(std::string text) { report(Message::Severity::Error, std::move(text)); }
    void report(const feel::Evaluation& evaluation, const std::string& where);

    const Compiled& model() const { return *model_; }
    const feel::Surroundings& surroundings() const { return surroundings_; }
    std::vector<Message>& messages() { return messages_; }
    std::vector<EvaluatedDecision>& records() { return records_; }

  private:
    friend class At;

    void report(Message::Severity severity, std::string text);
    feel::Value input(Frame& frame, const InputData& input);
    feel::Value compute(Frame& frame, const Decision& decision);
    std::optional<feel::Value> given(const Element& element) const;
    feel::Value value_of(Frame& frame, const Required& required);
    /// Adds what a decision requires.
    void fill(RequirementScope& scope, Frame& frame, const Decision& decision);
    feel::Value with_requirements(Frame& frame, const Decision& decision, EvaluatedDecision* record);
    feel::Value run(const Decision& decision, const ScopePointer& scope, EvaluatedDecision* record);
    feel::Value run(const Service& service, Frame& frame);
    /// The value as one of the type; if it isn't, null and an error, for which `what` is asked only then.
    template <class What>
    feel::Value typed(const ItemType* type, feel::Value value, const What& what) {
        if (!type || value.is_null()) return value;
        Coerced coerced = coerce(type, std::move(value), surroundings_);
        if (!coerced.why.empty()) fail(what() + ": " + coerced.why + ".");
        return std::move(coerced.value);
    }
    bool too_deep();
    bool take_arguments(const std::vector<Parameter>& parameters, std::span<const feel::Value> given,
                        const std::string& name, std::vector<feel::Value>& taken);

    /// The 1-based numbers of the rules that match.
    Few<std::size_t> matches(const TableBox& table, const Few<feel::Value>& inputs, const ScopePointer& scope);
    bool matches(const Formula& test, const feel::Value& input, const ScopePointer& scope, const Place& place);
    bool allowed(const std::optional<Constraint>& constraint, const feel::Value& value, const ScopePointer& scope,
                 const Place& place);
    Row output_row(const TableBox& table, std::size_t rule, const ScopePointer& scope, EvaluatedDecision* record);
    feel::Value default_output(const TableBox& table, const ScopePointer& scope);
    std::string text_of(const Place& place) const;

    feel::Value context(const ContextBox& box, const ScopePointer& scope);
    feel::Value relation(const RelationBox& box, const ScopePointer& scope);
    feel::Value list(const ListBox& box, const ScopePointer& scope);
    feel::Value invocation(const InvocationBox& box, const ScopePointer& scope);
    feel::Value function_value(const FunctionBox& box, const ScopePointer& scope);
    feel::Value conditional(const ConditionalBox& box, const ScopePointer& scope);
    feel::Value filter(const FilterBox& box, const ScopePointer& scope);
    feel::Value iterate(const IteratorBox& box, const ScopePointer& scope);
    std::optional<feel::List> items_of(feel::Value value, const char* what);

    std::shared_ptr<const Compiled> model_;
    feel::Effort effort_;
    feel::Surroundings surroundings_;
    const Inputs* inputs_;
    Explained explained_;
    std::shared_ptr<Session* const> link_;  // made when somebody asks for it
    std::vector<Message> messages_;
    std::vector<EvaluatedDecision> records_;
    std::unordered_map<const Element*, feel::Value> functions_;
    const Element* current_ = nullptr;
    const Boxed* current_logic_ = nullptr;
    EvaluatedDecision* record_ = nullptr;
    const char* stack_start_ = nullptr;
    std::size_t iterations_ = 0;
    bool failed_ = false;
};

/// While it lives, messages are about this element.
class At {
  public:
    At(Session& session, const Element& element, const Boxed* logic, EvaluatedDecision* record)
        : session_(session), element_(session.current_), logic_(session.current_logic_), record_(session.record_) {
        session.current_ = &element;
        session.current_logic_ = logic;
        session.record_ = record;
    }
    ~At() {
        session_.current_ = element_;
        session_.current_logic_ = logic_;
        session_.record_ = record_;
    }
    At(const At&) = delete;
    At& operator=(const At&) = delete;

  private:
    Session& session_;
    const Element* element_;
    const Boxed* logic_;
    EvaluatedDecision* record_;
};

/// The result of a hit policy, or why there is none.
struct Outcome {
    feel::Value value;
    std::string failure;
};

/// What the hit policy makes of the rules matched (their 1-based numbers) and their outputs, one list a rule.
Outcome decide(const TableBox& table, const Few<std::size_t>& rules, Few<Row, 2> outputs);

}  // namespace dandori::dmn
