#include "engine/dmn/evaluate/session.h"

namespace dandori::dmn {
namespace {

// Scope of a knowledge model: itself, so that it may be recursive, and the knowledge it requires.
class KnowledgeScope : public feel::Scope {
  public:
    KnowledgeScope(std::shared_ptr<const Compiled> model, const KnowledgeModel& knowledge,
                   SessionLink session)
        : model_(std::move(model)), knowledge_(knowledge), session_(std::move(session)) {}

    std::optional<feel::Value> find(std::string_view name) const override {
        const auto link = session_.lock();
        if (!link) return std::nullopt;
        Session* const session = *link;
        feel::Context imported;
        for (const Required& each : knowledge_.requirements) {
            if (!each.knowledge && !each.service) continue;
            const bool own = each.import_name.empty();
            if ((own ? each.element().name : each.import_name) != name) continue;
            feel::Value value = each.knowledge ? session->function(*each.knowledge) : session->function(*each.service);
            if (own) return value;
            imported.put(each.element().name, std::move(value));
        }
        if (!imported.empty()) return feel::Value(std::move(imported));
        if (knowledge_.name == name) return session->function(knowledge_);
        return std::nullopt;
    }

    std::vector<std::string> names() const override {
        std::vector<std::string> all = {knowledge_.name};
        for (const Required& each : knowledge_.requirements) {
            all.push_back(each.import_name.empty() ? each.element().name : each.import_name);
        }
        return all;
    }

  private:
    std::shared_ptr<const Compiled> model_;
    const KnowledgeModel& knowledge_;
    SessionLink session_;
};

std::vector<feel::Parameter> feel_parameters(const std::vector<Parameter>& parameters) {
    std::vector<feel::Parameter> made;
    for (const Parameter& each : parameters) made.push_back({each.name, feel_type(each.type)});
    return made;
}

// A function that was kept longer than its evaluation runs in one of its own.
template <class Run>
feel::Value in_session(const SessionLink& link, const std::shared_ptr<const Compiled>& model,
                       feel::Call& call, Run run) {
    if (const auto session = link.lock()) return run(**session);
    Session session(model, call.surroundings(), nullptr);
    feel::Value value = run(session);
    for (const Message& message : session.messages()) static_cast<void>(call.null(message.text));
    return value;
}

}  // namespace

bool Session::take_arguments(const std::vector<Parameter>& parameters, std::span<const feel::Value> given,
                             const std::string& name, std::vector<feel::Value>& taken) {
    if (given.size() != parameters.size()) {
        warn("'" + name + "' was called with " + std::to_string(given.size()) + " arguments; it has " +
             std::to_string(parameters.size()) + " parameters.");
        return false;
    }
    for (std::size_t index = 0; index < given.size(); ++index) {
        Coerced coerced = coerce(parameters[index].type, given[index], surroundings_);
        if (!coerced.why.empty()) {
            warn("'" + name + "' was not called: its parameter '" + parameters[index].name + "' is " + coerced.why +
                 ".");
            return false;
        }
        taken.push_back(std::move(coerced.value));
    }
    return true;
}

feel::Value Session::call(const FunctionBox& function, const std::string& name, std::span<const feel::Value> arguments,
                          ScopePointer scope, feel::Call* call) {
    if (too_deep()) return {};
    if (!function.refused.empty()) {
        fail("'" + name + "' was not called: " + function.refused + ".");
        return {};
    }
    std::vector<feel::Value> taken;
    if (!take_arguments(function.parameters, arguments, name, taken)) return {};
    feel::Value result;
    const auto result_name = [&] { return "The result of '" + name + "'"; };
    const Formula* formula = function.body ? std::get_if<Formula>(&function.body->form) : nullptr;
    if (call && formula && formula->fault.empty() && !formula->empty) {
        // Run by the caller's evaluator, which then counts how deep it is.
        std::vector<feel::Parameter> parameters;
        for (const Parameter& each : function.parameters) parameters.push_back({each.name, {}});
        const feel::Value body = feel::function_of(std::move(parameters), formula->expression, std::move(scope));
        result = typed(function.body->type, call->invoke(body, taken), result_name);
    } else {
        auto variables = std::make_shared<Variables>(std::move(scope));
        for (std::size_t index = 0; index < taken.size(); ++index) {
            variables->add(function.parameters[index].name, std::move(taken[index]));
        }
        result = evaluate(function.body.get(), variables);
    }
    return typed(function.result, std::move(result), result_name);
}

feel::Value Session::call(const KnowledgeModel& knowledge, std::span<const feel::Value> arguments, feel::Call* call) {
    const At at(*this, knowledge, nullptr, record_);
    if (!knowledge.function) {
        warn("'" + knowledge.name + "' has no logic, so it gives null.");
        return {};
    }
    auto scope = std::make_shared<KnowledgeScope>(knowledge.owner->shared_from_this(), knowledge, link());
    return this->call(*knowledge.function, knowledge.name, arguments, std::move(scope), call);
}

feel::Value Session::call(const Service& service, std::span<const feel::Value> arguments) {
    if (too_deep()) return {};
    std::vector<Parameter> parameters;
    for (const Required& each : service.inputs) parameters.push_back({each.element().name, each.element().type});
    std::vector<feel::Value> taken;
    if (!take_arguments(parameters, arguments, service.name, taken)) return {};
    Frame frame;
    for (std::size_t index = 0; index < taken.size(); ++index) {
        frame.keep(service.inputs[index].element(), std::move(taken[index]));
    }
    return run(service, frame);
}

feel::Value Session::function(const KnowledgeModel& knowledge) {
    const auto known = functions_.find(&knowledge);
    if (known != functions_.end()) return known->second;
    feel::Function made;
    if (knowledge.function) made.parameters = feel_parameters(knowledge.function->parameters);
    made.required = made.parameters.size();
    made.call = [link = link(), model = knowledge.owner->shared_from_this(), &knowledge](feel::Call& call) {
        return in_session(link, model, call,
                          [&](Session& session) { return session.call(knowledge, call.arguments(), &call); });
    };
    return functions_.emplace(&knowledge, feel::Value(std::move(made))).first->second;
}

feel::Value Session::function(const Service& service) {
    const auto known = functions_.find(&service);
    if (known != functions_.end()) return known->second;
    feel::Function made;
    for (const Required& each : service.inputs) {
        made.parameters.push_back({each.element().name, feel_type(each.element().type)});
    }
    made.required = made.parameters.size();
    made.call = [link = link(), model = service.owner->shared_from_this(), &service](feel::Call& call) {
        return in_session(link, model, call, [&](Session& session) { return session.call(service, call.arguments()); });
    };
    return functions_.emplace(&service, feel::Value(std::move(made))).first->second;
}

feel::Value Session::function_value(const FunctionBox& box, const ScopePointer& scope) {
    feel::Function made;
    made.parameters = feel_parameters(box.parameters);
    made.required = made.parameters.size();
    made.call = [link = link(), model = current_ ? current_->owner->shared_from_this() : model_, &box,
                 scope](feel::Call& call) {
        return in_session(link, model, call, [&](Session& session) {
            return session.call(box, "function", call.arguments(), scope, &call);
        });
    };
    return feel::Value(std::move(made));
}

}  // namespace dandori::dmn
