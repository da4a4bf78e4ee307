#pragma once
// A life cycle as a flat table: what the hot path reads. Only made by walking a machine, see machine.h.

#include <array>
#include <iterator>
#include <optional>

#include "engine/state/field.h"

namespace dandori::engine::lifecycle {

/// For each state and event the state after it, or that the event can't happen there.
template <class State, class Event>
class TransitionTable {
  public:
    static constexpr std::size_t state_count = std::size(names_of<State>);
    static constexpr std::size_t event_count = std::size(names_of<Event>);

    void set(std::size_t state, std::size_t event, State after) { table_[state][event] = after; }

    std::optional<State> next(State state, Event event) const {
        return table_.at(static_cast<std::size_t>(state)).at(static_cast<std::size_t>(event));
    }

  private:
    std::array<std::array<std::optional<State>, event_count>, state_count> table_{};
};

}  // namespace dandori::engine::lifecycle
