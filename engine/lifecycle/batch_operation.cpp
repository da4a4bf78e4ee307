// The life cycle of a batch operation: Camunda 8 REST API v2, BatchOperationStateEnum.
//
//   Created --> Active <--> Suspended        Created, Active --> Completed | PartiallyCompleted
//      |           |             |
//      +-----------+-------------+--> Canceled
//
#include "engine/lifecycle/events.h"
#include "engine/lifecycle/machine.h"

namespace dandori::engine::lifecycle {
namespace batch_operation {
namespace {

using Name = BatchOperationState;
using Event = BatchOperationEvent;

struct Stored;
struct Machine : LifeCycleMachine<Machine, Stored> {};

struct Active;
struct Canceled;
struct Completed;
struct Created;
struct Failed;
struct PartiallyCompleted;
struct Suspended;

struct Stored
    : StoredState<Machine, Stored, Active, Canceled, Completed, Created, Failed, PartiallyCompleted, Suspended> {};

struct Active : In<Name::Active, Machine, Active,
                   On<Event::Suspend, Suspended>,
                   On<Event::Cancel, Canceled>,
                   On<Event::Finish, Completed>,
                   On<Event::FinishWithFailures, PartiallyCompleted>> {};

struct Canceled : In<Name::Canceled, Machine, Canceled> {};

struct Completed : In<Name::Completed, Machine, Completed> {};

struct Created : In<Name::Created, Machine, Created,
                    On<Event::Start, Active>,
                    On<Event::Suspend, Suspended>,
                    On<Event::Cancel, Canceled>,
                    On<Event::Finish, Completed>> {};

struct Failed : In<Name::Failed, Machine, Failed> {};

struct PartiallyCompleted : In<Name::PartiallyCompleted, Machine, PartiallyCompleted> {};

struct Suspended : In<Name::Suspended, Machine, Suspended,
                      On<Event::Resume, Active>,
                      On<Event::Cancel, Canceled>> {};

}  // namespace
}  // namespace batch_operation

std::optional<BatchOperationState> next(BatchOperationState state, BatchOperationEvent event) {
    static const auto table = batch_operation::Stored::walk<BatchOperationEvent>();
    return table.next(state, event);
}

}  // namespace dandori::engine::lifecycle
