#include "engine/dmn/evaluate/session.h"

#include <algorithm>

namespace dandori::dmn {
namespace {

constexpr std::size_t messages_max = 100;
constexpr std::ptrdiff_t stack_max = 2 << 20;  // bytes; FEEL bounds its own depth on top of it

}  // namespace

// What a decision requires, then whatever else was given. The names are the model's.
class RequirementScope : public feel::Scope {
  public:
    /// Lives no longer than the session.
    RequirementScope(const Compiled& model, const Session& session, bool outermost)
        : model_(model), session_(&session), outermost_(outermost) {}
    /// May be kept by a function, and keeps the model.
    RequirementScope(std::shared_ptr<const Compiled> model, SessionLink link, bool outermost)
        : model_(*model), kept_model_(std::move(model)), link_(std::move(link)), outermost_(outermost) {}

    void add(const std::string& name, feel::Value value) { entries_.emplace_back(name, std::move(value)); }

    void add_imported(const std::string& import, const std::string& name, feel::Value value) {
        for (auto& entry : imported_) {
            if (entry.first == import) return entry.second.put(name, std::move(value));
        }
        imported_.emplace_back(import, feel::Context()).second.put(name, std::move(value));
    }

    void finish() {
        for (auto& entry : imported_) entries_.emplace_back(entry.first, feel::Value(std::move(entry.second)));
        imported_.clear();
    }

    std::optional<feel::Value> find(std::string_view name) const override {
        for (const auto& entry : entries_) {
            if (entry.first == name) return entry.second;
        }
        if (!outermost_) return std::nullopt;
        const Session* session = this->session();
        return session ? session->undeclared(model_, name) : std::nullopt;
    }

    std::vector<std::string> names() const override {
        std::vector<std::string> all;
        for (const auto& entry : entries_) all.emplace_back(entry.first);
        const Session* session = this->session();
        if (!outermost_ || !session) return all;
        for (std::string& name : session->given_names()) all.push_back(std::move(name));
        return all;
    }

  private:
    const Session* session() const {
        if (session_) return session_;
        const auto linked = link_.lock();
        return linked ? *linked : nullptr;
    }

    const Compiled& model_;
    std::shared_ptr<const Compiled> kept_model_;
    const Session* session_ = nullptr;
    SessionLink link_;
    bool outermost_;
    Few<std::pair<std::string_view, feel::Value>> entries_;
    std::vector<std::pair<std::string_view, feel::Context>> imported_;
};

namespace {

std::optional<feel::Value> found_in(const feel::Scope& scope, const Element& element) {
    auto value = scope.find(element.name);
    if (!value && element.title != element.name) value = scope.find(element.title);
    return value;
}

}  // namespace

const Element& Required::element() const {
    if (input) return *input;
    if (decision) return *decision;
    if (knowledge) return *knowledge;
    return *service;
}

bool Compiled::declares(std::string_view wanted) const {
    return std::binary_search(declared_names.begin(), declared_names.end(), wanted, std::less<>());
}

Session::Session(std::shared_ptr<const Compiled> model, const feel::Surroundings& surroundings, const Inputs* inputs,
                 Explained explained)
    : model_(std::move(model)),
      surroundings_(surroundings),
      inputs_(inputs),
      explained_(explained),
      stack_start_(static_cast<const char*>(__builtin_frame_address(0))) {
    if (surroundings_.effort == nullptr) surroundings_.effort = &effort_;
}

SessionLink Session::link() {
    if (!link_) link_ = std::make_shared<Session* const>(this);
    return link_;
}

bool Session::too_deep() {
    const char* here = static_cast<const char*>(__builtin_frame_address(0));
    const std::ptrdiff_t used = here < stack_start_ ? stack_start_ - here : here - stack_start_;
    if (used <= stack_max) return false;
    fail("The evaluation is nested too deep: functions or decisions call one another without end.");
    return true;
}

void Session::report(Message::Severity severity, std::string text) {
    if (record_ && severity == Message::Severity::Error && record_->failure.empty()) record_->failure = text;
    const bool first_error = severity == Message::Severity::Error && !failed_;
    failed_ = failed_ || first_error;
    // The first error is kept in any case: what is done about the evaluation depends on it.
    if (messages_.size() >= messages_max && first_error) messages_.pop_back();
    if (messages_.size() < messages_max) messages_.push_back({severity, current_ ? current_->id : "", std::move(text)});
}

void Session::report(const feel::Evaluation& evaluation, const std::string& where) {
    for (const feel::Warning& warning : evaluation.warnings) {
        if (messages_.size() >= messages_max) return;
        warn("In " + where + ": " + warning.text);
    }
}

std::optional<feel::Value> Session::undeclared(const Compiled& model, std::string_view name) const {
    if (!inputs_ || &model != model_.get() || model.declares(name)) return std::nullopt;
    return inputs_->scope.find(name);
}

std::vector<std::string> Session::given_names() const {
    return inputs_ ? inputs_->scope.names() : std::vector<std::string>();
}

std::optional<feel::Value> Session::given(const Element& element) const {
    if (!inputs_) return std::nullopt;
    if (element.owner == model_.get()) return found_in(inputs_->scope, element);
    const auto imported = inputs_->imported.find(element.owner->namespace_name);
    if (imported != inputs_->imported.end()) return found_in(*imported->second, element);
    for (const Import& import : model_->imports) {
        if (import.model.get() != element.owner) continue;
        if (import.name.empty()) return found_in(inputs_->scope, element);
        const auto context = inputs_->scope.find(import.name);
        if (context && context->is_context()) return found_in(feel::ContextScope(*context), element);
    }
    return std::nullopt;
}

feel::Value Session::input(Frame& frame, const InputData& input) {
    if (const feel::Value* known = frame.find(input)) return *known;
    feel::Value value;
    if (frame.outermost) {
        const At at(*this, input, nullptr, record_);
        value = typed(input.type, given(input).value_or(feel::Value()), [&] { return "Input '" + input.name + "'"; });
    }
    frame.keep(input, value);
    return value;
}

feel::Value Session::value_of(Frame& frame, const Required& required) {
    if (required.input) return input(frame, *required.input);
    if (required.decision) return decision(frame, *required.decision);
    return required.knowledge ? function(*required.knowledge) : function(*required.service);
}

void Session::fill(RequirementScope& scope, Frame& frame, const Decision& decision) {
    for (const Required& required : decision.requirements) {
        feel::Value value = value_of(frame, required);
        const Element& element = required.element();
        if (required.import_name.empty())
            scope.add(element.name, std::move(value));
        else
            scope.add_imported(required.import_name, element.name, std::move(value));
    }
    // Camunda's modelers name a required decision by its id too.
    for (const Required& required : decision.requirements) {
        if (required.decision && required.import_name.empty() && required.decision->id != required.decision->name) {
            if (const feel::Value* known = frame.find(*required.decision)) scope.add(required.decision->id, *known);
        }
    }
    scope.finish();
}

feel::Value Session::decision(Frame& frame, const Decision& decision) {
    if (const feel::Value* known = frame.find(decision)) return *known;
    if (too_deep()) return {};
    if (std::find(frame.on_the_way.begin(), frame.on_the_way.end(), &decision) != frame.on_the_way.end()) {
        fail("'" + decision.name + "' requires itself, so it has no value.");
        return {};
    }
    frame.on_the_way.push_back(&decision);
    feel::Value value = compute(frame, decision);
    frame.on_the_way.pop_back();
    frame.keep(decision, value);
    return value;
}

feel::Value Session::compute(Frame& frame, const Decision& decision) {
    std::optional<EvaluatedDecision> record;
    if (explained_ == Explained::Yes) {
        record = EvaluatedDecision{decision.id, decision.title, logic_of(decision.logic.get()), {}, {}, {}, ""};
    }
    const auto stand_in = frame.outermost && inputs_ && inputs_->stand_for_decisions ? given(decision) : std::nullopt;
    if (stand_in) {
        const At at(*this, decision, nullptr, nullptr);
        return typed(decision.type, *stand_in, [&] { return "The value given for '" + decision.name + "'"; });
    }
    feel::Value value = with_requirements(frame, decision, record ? &*record : nullptr);
    if (!record) return value;
    record->value = value;
    records_.push_back(std::move(*record));
    return value;
}

feel::Value Session::with_requirements(Frame& frame, const Decision& decision, EvaluatedDecision* record) {
    const Logic logic = logic_of(decision.logic.get());
    if (logic == Logic::DecisionTable || logic == Logic::LiteralExpression) {
        // Nothing made by these keeps the scope, so it needn't outlive them.
        RequirementScope scope(*decision.owner, *this, frame.outermost);
        fill(scope, frame, decision);
        return run(decision, ScopePointer(ScopePointer(), &scope), record);
    }
    const auto scope = std::make_shared<RequirementScope>(decision.owner->shared_from_this(), link(), frame.outermost);
    fill(*scope, frame, decision);
    return run(decision, scope, record);
}

feel::Value Session::run(const Decision& decision, const ScopePointer& scope, EvaluatedDecision* record) {
    const At at(*this, decision, decision.logic.get(), record);
    if (!decision.logic) warn("'" + decision.name + "' has no logic, so it is null.");
    feel::Value value = evaluate(decision.logic.get(), scope);
    if (value.weight() >= values_max) {
        fail("'" + decision.name + "' gave more than " + std::to_string(values_max) +
             " values; the result is too large.");
        value = {};
    }
    if (surroundings_.effort->is_spent()) {
        fail("'" + decision.name + "' was stopped after " + std::to_string(feel::operations_max) + " operations.");
        value = {};
    }
    return typed(decision.type, std::move(value), [&] { return "'" + decision.name + "'"; });
}

feel::Value Session::run(const Service& service, Frame& frame) {
    feel::Value result;
    if (service.outputs.size() == 1) {
        result = decision(frame, *service.outputs.front().decision);
    } else {
        feel::Context all;
        for (const Required& output : service.outputs)
            all.put(output.decision->name, decision(frame, *output.decision));
        result = feel::Value(std::move(all));
    }
    const At at(*this, service, nullptr, nullptr);
    return typed(service.result, std::move(result), [&] { return "The result of service '" + service.name + "'"; });
}

feel::Value Session::service_from_inputs(const Service& service) {
    Frame frame;
    const At at(*this, service, nullptr, nullptr);
    for (const Required& each : service.inputs) {
        const Element& element = each.element();
        const auto name = [&] { return "Input '" + element.name + "'"; };
        frame.keep(element, typed(element.type, given(element).value_or(feel::Value()), name));
    }
    return run(service, frame);
}

feel::Value Session::knowledge_from_inputs(const KnowledgeModel& knowledge) {
    std::vector<feel::Value> arguments;
    if (knowledge.function && inputs_) {
        for (const Parameter& each : knowledge.function->parameters) {
            arguments.push_back(inputs_->scope.find(each.name).value_or(feel::Value()));
        }
    }
    return call(knowledge, arguments, nullptr);
}

}  // namespace dandori::dmn
