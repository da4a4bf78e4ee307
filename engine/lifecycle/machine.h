#pragma once
// The words in which the machines of this folder are written, and the walk that makes their tables. It brings in
// Boost.Statechart, so only the machines include it.

#include <boost/mpl/list.hpp>
#include <boost/statechart/event.hpp>
#include <boost/statechart/simple_state.hpp>
#include <boost/statechart/state_machine.hpp>
#include <boost/statechart/transition.hpp>
#include <stdexcept>
#include <utility>

#include "engine/lifecycle/transition_table.h"

namespace dandori::engine::lifecycle {

/// A machine whose first state is `Stored`. It notes whether an event could happen in its state.
template <class Machine, class Stored>
struct LifeCycleMachine : boost::statechart::state_machine<Machine, Stored> {
    void unconsumed_event(const boost::statechart::event_base&) { can_happen = false; }
    bool can_happen = true;
};

template <auto event>
struct Happened : boost::statechart::event<Happened<event>> {};

/// Resumes a machine in `State`, without acting.
template <class State>
struct Resume : boost::statechart::event<Resume<State>> {};

/// One transition.
template <auto event, class Target>
using On = boost::statechart::transition<Happened<event>, Target>;

/// A state: its name in the rows, its machine, itself, its transitions.
template <auto name, class Machine, class Self, class... Transitions>
struct In : boost::statechart::simple_state<Self, Machine> {
    static constexpr auto state = name;
    using reactions = boost::mpl::list<Transitions...>;
};

/// The first state of each machine: from it, any state is resumed.
template <class Machine, class Self, class... States>
struct StoredState : boost::statechart::simple_state<Self, Machine> {
    using reactions = boost::mpl::list<boost::statechart::transition<Resume<States>, States>...>;

    /// The machine's table: from each state, each event is tried on a machine resumed there.
    template <class Event>
    static auto walk() {
        using Name = std::common_type_t<std::remove_const_t<decltype(States::state)>...>;
        using Table = TransitionTable<Name, Event>;
        static_assert(sizeof...(States) == Table::state_count, "each state that can be stored can be resumed");
        Table table;
        (try_each_event<States>(table, std::make_index_sequence<Table::event_count>{}), ...);
        return table;
    }

  private:
    template <class State, class Name, class Event, std::size_t... events>
    static void try_each_event(TransitionTable<Name, Event>& table, std::index_sequence<events...>) {
        (try_event<State>(table, events, Happened<static_cast<Event>(events)>{}), ...);
    }

    template <class State, class Name, class Event>
    static void try_event(TransitionTable<Name, Event>& table, std::size_t number,
                          const boost::statechart::event_base& event) {
        Machine machine;
        machine.initiate();
        machine.process_event(Resume<State>{});
        machine.process_event(event);
        if (machine.can_happen) table.set(static_cast<std::size_t>(State::state), number, state_of<Name>(machine));
    }

    template <class Name>
    static Name state_of(const Machine& machine) {
        const auto type = machine.state_begin()->dynamic_type();
        std::optional<Name> name;
        ((type == States::static_type() ? void(name = States::state) : void()), ...);
        if (!name) throw std::logic_error("A life cycle machine has a state that can't be stored.");
        return *name;
    }
};

}  // namespace dandori::engine::lifecycle
