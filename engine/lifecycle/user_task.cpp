// WS-HumanTask 4.10: the life cycle of a task, under the names of Camunda 8's UserTaskStateEnum. Ready, Reserved and
// InProgress are one state here, Created: whether somebody has it, its assignee says. Exited and Obsolete are Canceled.
//
//   Creating --> Created <--> Assigning
//      |          |  ^  <--> Updating
//      |          v  | Deny
//      |       Completing --> Completed
//      |
//      +-- any of these --> Canceling --> Canceled
//      +-- Creating, Created --> Failed
//
#include "engine/lifecycle/events.h"
#include "engine/lifecycle/machine.h"

namespace dandori::engine::lifecycle {
namespace user_task {
namespace {

using Name = UserTaskState;
using Event = UserTaskEvent;

struct Stored;
struct Machine : LifeCycleMachine<Machine, Stored> {};

struct Creating;
struct Created;
struct Assigning;
struct Updating;
struct Completing;
struct Completed;
struct Canceling;
struct Canceled;
struct Failed;

struct Stored : StoredState<Machine, Stored, Creating, Created, Assigning, Updating, Completing, Completed,
                            Canceling, Canceled, Failed> {};

struct Creating : In<Name::Creating, Machine, Creating,
                     On<Event::Created, Created>,
                     On<Event::Cancel, Canceling>,
                     On<Event::Fail, Failed>> {};

struct Created : In<Name::Created, Machine, Created,
                    On<Event::Assign, Assigning>,
                    On<Event::Update, Updating>,
                    On<Event::Complete, Completing>,
                    On<Event::Cancel, Canceling>,
                    On<Event::Fail, Failed>> {};

struct Assigning : In<Name::Assigning, Machine, Assigning,
                      On<Event::Assigned, Created>,
                      On<Event::Deny, Created>,
                      On<Event::Cancel, Canceling>> {};

struct Updating : In<Name::Updating, Machine, Updating,
                     On<Event::Updated, Created>,
                     On<Event::Deny, Created>,
                     On<Event::Cancel, Canceling>> {};

struct Completing : In<Name::Completing, Machine, Completing,
                       On<Event::Completed, Completed>,
                       On<Event::Deny, Created>,
                       On<Event::Cancel, Canceling>> {};

struct Completed : In<Name::Completed, Machine, Completed> {};

struct Canceling : In<Name::Canceling, Machine, Canceling,
                      On<Event::Canceled, Canceled>> {};

struct Canceled : In<Name::Canceled, Machine, Canceled> {};

struct Failed : In<Name::Failed, Machine, Failed> {};

}  // namespace
}  // namespace user_task

std::optional<UserTaskState> next(UserTaskState state, UserTaskEvent event) {
    static const auto table = user_task::Stored::walk<UserTaskEvent>();
    return table.next(state, event);
}

}  // namespace dandori::engine::lifecycle
