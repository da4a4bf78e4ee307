// BPMN 2.0.2, 13.2: the life cycle of a process instance. It begins active; failing is left to its activities.
// That it can be suspended is not in the standard: Camunda 8.10 has it.
//
//   Suspended <--> Active --> Completing --> Completed
//     |              |            |
//     +--------------+------------+--> Terminating --> Terminated
//
#include "engine/lifecycle/events.h"
#include "engine/lifecycle/machine.h"

namespace dandori::engine::lifecycle {
namespace process_instance {
namespace {

using Name = ProcessLifeCycle;
using Event = ProcessEvent;

struct Stored;
struct Machine : LifeCycleMachine<Machine, Stored> {};

struct Active;
struct Completing;
struct Completed;
struct Terminating;
struct Terminated;
struct Suspended;

struct Stored : StoredState<Machine, Stored, Active, Completing, Completed, Terminating, Terminated, Suspended> {};

struct Active : In<Name::Active, Machine, Active,
                   On<Event::Complete, Completing>,
                   On<Event::Suspend, Suspended>,
                   On<Event::Terminate, Terminating>> {};

struct Completing : In<Name::Completing, Machine, Completing,
                       On<Event::Completed, Completed>,
                       On<Event::Terminate, Terminating>> {};

struct Completed : In<Name::Completed, Machine, Completed> {};

struct Terminating : In<Name::Terminating, Machine, Terminating,
                        On<Event::Terminated, Terminated>> {};

struct Terminated : In<Name::Terminated, Machine, Terminated> {};

struct Suspended : In<Name::Suspended, Machine, Suspended,
                      On<Event::Resume, Active>,
                      On<Event::Terminate, Terminating>> {};

}  // namespace
}  // namespace process_instance

std::optional<ProcessLifeCycle> next(ProcessLifeCycle state, ProcessEvent event) {
    static const auto table = process_instance::Stored::walk<ProcessEvent>();
    return table.next(state, event);
}

}  // namespace dandori::engine::lifecycle
