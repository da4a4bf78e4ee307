#include "engine/behavior/event.h"

namespace dandori::engine {

feel::Value to_value(const Event& event) {
    feel::Context context;
    context.put("kind", static_cast<std::int64_t>(event.kind));
    if (!event.variables.is_null()) context.put("variables", event.variables);
    if (!event.code.empty()) context.put("code", event.code);
    if (!event.text.empty()) context.put("text", event.text);
    if (!event.memory.is_null()) context.put("memory", event.memory);
    context.put("reference", event.reference);
    return feel::Value(std::move(context));
}

Event event_of(const feel::Value& value) {
    Event event;
    if (!value.is_context()) return event;
    const auto member = [&](std::string_view name) {
        const feel::Value* found = value.as_context().find(name);
        return found ? *found : feel::Value{};
    };
    const auto text = [&](std::string_view name) {
        const feel::Value found = member(name);
        return found.is_string() ? found.as_string() : std::string{};
    };
    event.kind = static_cast<CompiledEvent::Kind>(member("kind").to_integer().value_or(0));
    event.variables = member("variables");
    event.code = text("code");
    event.text = text("text");
    event.memory = member("memory");
    event.reference = text("reference");
    return event;
}

}  // namespace dandori::engine
