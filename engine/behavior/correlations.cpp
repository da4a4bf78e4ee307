#include "engine/behavior/correlations.h"

#include <algorithm>

#include "engine/feel/json.h"

namespace dandori::engine {

bool CompiledCorrelation::reads(std::string_view message_name) const {
    return !properties.empty() && std::ranges::all_of(properties, [&](const Property& property) { return property.of_message.contains(message_name); });
}

const CompiledCorrelation* Executable::correlation(std::string_view id) const {
    const auto found = std::ranges::find(correlations, id, &CompiledCorrelation::id);
    return found == correlations.end() ? nullptr : &*found;
}

namespace {

feel::Expression parsed(const bpmn::Expression& source, const std::string& what, const TellProblem& tell) {
    std::string_view text = source.body;
    if (text.starts_with('=')) text.remove_prefix(1);
    auto expression = feel::Expression::parse(text);
    if (expression) return std::move(*expression);
    tell(what + " can't be read as FEEL: " + expression.error().text, "Mend the expression.");
    return {};
}

/// Numbers and texts that read the same are the same, as in zeebe:subscription.
feel::Value as_key_part(const feel::Value& value) { return value.is_number() ? feel::Value(value.as_number().to_text()) : value; }

std::map<std::string, std::string> known_of(const Json& correlation) {
    std::map<std::string, std::string> known;
    const auto read = feel::from_json(correlation.text);
    if (!read || !read->is_context()) return known;
    for (const auto& [id, text] : read->as_context().entries()) known[id] = text.as_string();
    return known;
}

}  // namespace

std::vector<CompiledCorrelation> compile_correlations(const bpmn::Definitions& definitions, const bpmn::Process& process,
                                                      const TellProblem& tell) {
    std::vector<CompiledCorrelation> all;
    for (const bpmn::Collaboration& collaboration : definitions.collaborations) {
        const bool takes_part = std::ranges::any_of(collaboration.participants, [&](const auto& each) { return each.process == &process; });
        if (!takes_part) continue;
        for (const bpmn::CorrelationKey& key : collaboration.correlation_keys) {
            CompiledCorrelation compiled;
            compiled.id = key.id;
            for (const bpmn::CorrelationProperty* property : key.properties) {
                CompiledCorrelation::Property& one = compiled.properties.emplace_back();
                if (!property) continue;
                for (const bpmn::CorrelationPropertyRetrieval& retrieval : property->retrievals) {
                    if (!retrieval.message) continue;
                    one.of_message[retrieval.message->name] =
                        parsed(retrieval.message_path, "The message path of correlation property '" + property->id + "'", tell);
                }
                for (const bpmn::CorrelationSubscription& subscription : process.correlation_subscriptions) {
                    if (subscription.correlation_key != key.id) continue;
                    for (const bpmn::CorrelationPropertyBinding& binding : subscription.bindings) {
                        if (binding.property != property) continue;
                        one.of_instance = parsed(binding.data_path, "The data path of correlation property '" + property->id + "'", tell);
                    }
                }
            }
            all.push_back(std::move(compiled));
        }
    }
    return all;
}

std::optional<std::string> correlation_of_message(const CompiledCorrelation& correlation, std::string_view message_name,
                                                  const feel::Value& variables, const feel::Surroundings& surroundings) {
    feel::List values;
    for (const auto& property : correlation.properties) {
        const auto path = property.of_message.find(message_name);
        if (path == property.of_message.end()) return {};
        const auto evaluation = path->second.evaluate(feel::ContextScope(variables), surroundings);
        if (evaluation.value.is_null()) return {};
        values.push_back(as_key_part(evaluation.value));
    }
    if (values.empty()) return {};
    return feel::to_json(feel::Value(std::move(values)));
}

Result<std::optional<std::string>> correlation_of_instance(const CompiledCorrelation& correlation, const ProcessInstance& instance,
                                                           const feel::Scope& variables, const feel::Surroundings& surroundings) {
    feel::List values;
    for (const auto& property : correlation.properties) {
        if (!property.of_instance) break;
        const auto evaluation = property.of_instance->evaluate(variables, surroundings);
        if (evaluation.value.is_null()) {
            const std::string why = evaluation.warnings.empty() ? "" : " " + evaluation.warnings.front().text;
            return fail(Failure::Kind::ExtractValue,
                        "A data path of correlation key '" + correlation.id + "' gave null; a value is needed." + why);
        }
        values.push_back(as_key_part(evaluation.value));
    }
    if (values.size() == correlation.properties.size()) return std::optional(feel::to_json(feel::Value(std::move(values))));
    const auto known = known_of(instance.correlation);
    const auto found = known.find(correlation.id);
    if (found == known.end()) return std::optional<std::string>();
    return std::optional(found->second);
}

Json correlations_told(const Json& before, const Executable& process, std::string_view message_name, const feel::Value& variables,
                       const feel::Surroundings& surroundings) {
    auto known = known_of(before);
    const std::size_t number = known.size();
    for (const CompiledCorrelation& correlation : process.correlations) {
        const auto text = correlation_of_message(correlation, message_name, variables, surroundings);
        if (text) known.emplace(correlation.id, *text);
    }
    if (known.size() == number) return before;
    feel::Context context;
    for (const auto& [id, text] : known) context.put(id, text);
    return {feel::to_json(feel::Value(std::move(context)))};
}

void note_correlations(InstanceRows& rows, const Executable& process, std::string_view message_name, const feel::Value& variables,
                       const feel::Surroundings& surroundings) {
    if (process.correlations.empty()) return;
    const Json told = correlations_told(rows.process()->correlation, process, message_name, variables, surroundings);
    if (told == rows.process()->correlation) return;
    rows.process_instance.change(rows.key)->correlation = told;
    // What waits already for any message of the conversation waits for this one's from now on.
    for (const auto& [id, text] : known_of(told)) {
        const auto is_open = [&](const MessageSubscription& row) { return row.correlation_id == id && !row.correlation_key; };
        for (const MessageSubscriptionKey key : rows.subscriptions.keys_where(is_open)) rows.subscriptions.change(key)->correlation_key = text;
    }
}

}  // namespace dandori::engine
