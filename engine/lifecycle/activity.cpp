// BPMN 2.0.2, 13.3.2, figure 13.2: the life cycle of an activity, of an event and of a gateway.
//
//   Ready --> Active --> Completing --> Completed --> Compensating --> Compensated
//     |         |            |                             |
//     +---------+------------+-----------------------------+--> Failing     --> Failed
//     +---------+------------+-----------------------------+--> Terminating --> Terminated
//     +---------+--> Withdrawn
//
#include "engine/lifecycle/events.h"
#include "engine/lifecycle/machine.h"

namespace dandori::engine::lifecycle {
namespace activity {
namespace {

using Name = ActivityLifeCycle;
using Event = ActivityEvent;

struct Stored;
struct Machine : LifeCycleMachine<Machine, Stored> {};

struct Ready;
struct Active;
struct Withdrawn;
struct Completing;
struct Completed;
struct Compensating;
struct Compensated;
struct Failing;
struct Failed;
struct Terminating;
struct Terminated;

struct Stored : StoredState<Machine, Stored, Ready, Active, Withdrawn, Completing, Completed, Compensating, Compensated,
                            Failing, Failed, Terminating, Terminated> {};

struct Ready : In<Name::Ready, Machine, Ready,
                  On<Event::Activate, Active>,
                  On<Event::Withdraw, Withdrawn>,
                  On<Event::Fail, Failing>,
                  On<Event::Terminate, Terminating>> {};

struct Active : In<Name::Active, Machine, Active,
                   On<Event::Complete, Completing>,
                   On<Event::Withdraw, Withdrawn>,
                   On<Event::Fail, Failing>,
                   On<Event::Terminate, Terminating>> {};

struct Withdrawn : In<Name::Withdrawn, Machine, Withdrawn> {};

struct Completing : In<Name::Completing, Machine, Completing,
                       On<Event::Completed, Completed>,
                       On<Event::Fail, Failing>,
                       On<Event::Terminate, Terminating>> {};

struct Completed : In<Name::Completed, Machine, Completed,
                      On<Event::Compensate, Compensating>> {};

struct Compensating : In<Name::Compensating, Machine, Compensating,
                         On<Event::Compensated, Compensated>,
                         On<Event::Fail, Failing>,
                         On<Event::Terminate, Terminating>> {};

struct Compensated : In<Name::Compensated, Machine, Compensated> {};

struct Failing : In<Name::Failing, Machine, Failing,
                    On<Event::Failed, Failed>> {};

struct Failed : In<Name::Failed, Machine, Failed> {};

struct Terminating : In<Name::Terminating, Machine, Terminating,
                        On<Event::Terminated, Terminated>> {};

struct Terminated : In<Name::Terminated, Machine, Terminated> {};

}  // namespace
}  // namespace activity

std::optional<ActivityLifeCycle> next(ActivityLifeCycle state, ActivityEvent event) {
    static const auto table = activity::Stored::walk<ActivityEvent>();
    return table.next(state, event);
}

}  // namespace dandori::engine::lifecycle
