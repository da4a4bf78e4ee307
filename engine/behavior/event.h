#pragma once
#include <memory>
#include <string>

#include "engine/behavior/executable.h"

namespace dandori::engine {

/// Something that has happened and that a catching event was waiting for.
struct Event {
    CompiledEvent::Kind kind = CompiledEvent::Kind::Message;
    feel::Value variables;      ///< a context, or null: what it brings
    std::string code;           ///< of an error or escalation
    std::string text;           ///< of an error: what the thrower said
    feel::Value memory;         ///< a context that the entered element shall remember, or null
    std::string reference;      ///< id of the catching event
    std::int32_t index = 0;     ///< which of its definitions has occurred
};

/// The event as a context that JSON can hold, and back.
feel::Value to_value(const Event&);
Event event_of(const feel::Value&);

}  // namespace dandori::engine
