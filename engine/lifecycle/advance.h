#pragma once
#include <stdexcept>

#include "engine/lifecycle/events.h"

namespace dandori::engine::lifecycle {

/// Moves a state by an event. One that can't happen there is our own mistake: std::logic_error, the command is dropped.
template <class State, class Event>
void advance(State& state, Event event) {
    const auto after = next(state, event);
    if (!after) {
        throw std::logic_error("The state " + std::string(name_of(state)) + " has no way on by event " +
                               std::to_string(static_cast<int>(event)) + ".");
    }
    state = *after;
}

}  // namespace dandori::engine::lifecycle
