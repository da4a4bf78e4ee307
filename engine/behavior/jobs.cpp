#include "engine/behavior/jobs.h"

#include "engine/behavior/step.h"
#include "engine/behavior/variables.h"
#include "engine/feel/json.h"

namespace dandori::engine {
namespace {

struct JobMaking {
    World& world;
    InstanceRows& rows;
    const Executable& process;
    const JobPlace& place;

    std::string what(std::string_view attribute) const {
        std::string text = "'" + std::string(attribute) + "' of ";
        if (place.event != JobListenerEventType::Unspecified) text += "the " + std::string(name_of(place.event)) + " listener of ";
        return text + "'" + place.element_id + "'";
    }

    feel::Value value(const TextOrExpression& source) {
        if (!source.expression) return feel::Value(source.text);
        return source.expression->evaluate(VariableScope(rows, scope_of(place.key)), world.surroundings()).value;
    }

    Result<std::string> text(const TextOrExpression& source, std::string_view attribute) {
        const feel::Value found = value(source);
        if (found.is_number()) return found.as_number().to_text();
        if (found.is_string() && !found.as_string().empty()) return found.as_string();
        if (found.is_string()) return fail(Failure::Kind::ExtractValue, what(attribute) + " gave an empty text.");
        return fail(Failure::Kind::ExtractValue, what(attribute) + " gave " + feel::to_literal(found) + "; a text is needed.");
    }

    Result<std::int32_t> number(const TextOrExpression& source, std::string_view attribute, std::int64_t from) {
        const feel::Value found = value(source);
        std::optional<std::int64_t> number = found.to_integer();
        if (found.is_string()) {
            const auto decimal = feel::Decimal::from_text(found.as_string());
            if (decimal) number = decimal->to_integer();
        }
        if (!number || *number < from || *number > 1'000'000) {
            return fail(Failure::Kind::ExtractValue, what(attribute) + " gave " + feel::to_literal(found) + "; a whole number is needed.");
        }
        return static_cast<std::int32_t>(*number);
    }

    /// Camunda 8: the header `linkedResources` is the text of a JSON array.
    Result<std::string> linked_resources(const std::vector<CompiledLinkedResource>& links) {
        feel::List list;
        for (const CompiledLinkedResource& link : links) {
            const std::string id = TRY(text(link.id, "resourceId"));
            const ResourceKey key = TRY(world.resource(id, link.binding, process.deployment_key));
            feel::Context entry;
            entry.put("resourceKey", std::to_string(key.value));
            entry.put("resourceType", link.type);
            entry.put("linkName", link.link_name);
            list.push_back(feel::Value(std::move(entry)));
        }
        return feel::to_json(feel::Value(std::move(list)));
    }
};

}  // namespace

Result<void> create_job(World& world, InstanceRows& rows, const Executable& process, const JobPlace& place, const CompiledJob& model,
                        const feel::Context& more_headers) {
    JobMaking making{world, rows, process, place};
    Job job;
    job.type = TRY(making.text(model.type, "type"));
    job.retries = TRY(making.number(model.retries, "retries", 0));
    if (!model.priority.is_empty()) job.priority = TRY(making.number(model.priority, "priority", -1'000'000));
    job.custom_headers = {model.headers};
    if (!model.linked_resources.empty() || !more_headers.empty()) {
        const auto read = feel::from_json(model.headers);
        feel::Context headers = read && read->is_context() ? read->as_context() : feel::Context{};
        for (const auto& [name, value] : more_headers.entries()) {
            if (!headers.find(name)) headers.put(name, value);
        }
        if (!model.linked_resources.empty()) headers.put("linkedResources", TRY(making.linked_resources(model.linked_resources)));
        job.custom_headers.text = feel::to_json(feel::Value(std::move(headers)));
    }
    job.key = {world.next_key()};
    job.kind = place.kind;
    job.listener_event_type = place.event;
    job.element_id = place.element_id;
    job.element_instance_key = place.key;
    const ProcessInstance& instance = *rows.process();
    job.process_definition_id = instance.process_definition_id;
    job.process_definition_key = instance.process_definition_key;
    job.process_instance_key = instance.key;
    job.root_process_instance_key = instance.root_process_instance_key;
    job.tenant_id = instance.tenant_id;
    job.creation_time = job.last_update_time = world.now();
    job.activatable_at = world.now();
    rows.jobs.put(std::move(job));
    return {};
}

Result<void> Step::create_job(const CompiledJob& job, JobKind kind) {
    return engine::create_job(world(), rows_, process_, {model().id, key_, kind}, job);
}

Result<feel::Value> Step::decide(const std::string& decision_id, const bpmn::zeebe::Binding& binding) {
    return world().decide(decision_id, binding, {process_.deployment_key, *rows_.process(), key_}, VariableScope(rows_, scope()));
}

}  // namespace dandori::engine
