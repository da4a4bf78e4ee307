// The life cycle of one due date. A timer that repeats is a new one each time.
//
//   Created --> Triggered
//      |
//      +--> Canceled
//
#include "engine/lifecycle/events.h"
#include "engine/lifecycle/machine.h"

namespace dandori::engine::lifecycle {
namespace timer {
namespace {

using Name = TimerState;
using Event = TimerEvent;

struct Stored;
struct Machine : LifeCycleMachine<Machine, Stored> {};

struct Created;
struct Triggered;
struct Canceled;

struct Stored : StoredState<Machine, Stored, Created, Triggered, Canceled> {};

struct Created : In<Name::Created, Machine, Created,
                    On<Event::Trigger, Triggered>,
                    On<Event::Cancel, Canceled>> {};

struct Triggered : In<Name::Triggered, Machine, Triggered> {};

struct Canceled : In<Name::Canceled, Machine, Canceled> {};

}  // namespace
}  // namespace timer

std::optional<TimerState> next(TimerState state, TimerEvent event) {
    static const auto table = timer::Stored::walk<TimerEvent>();
    return table.next(state, event);
}

}  // namespace dandori::engine::lifecycle
