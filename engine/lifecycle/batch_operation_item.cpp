// The life cycle of one item of a batch operation: it waits for its turn, which comes once.
//
//   Active --> Completed | Skipped | Canceled | Failed
//
#include "engine/lifecycle/events.h"
#include "engine/lifecycle/machine.h"

namespace dandori::engine::lifecycle {
namespace batch_operation_item {
namespace {

using Name = BatchOperationItemState;
using Event = BatchOperationItemEvent;

struct Stored;
struct Machine : LifeCycleMachine<Machine, Stored> {};

struct Active;
struct Completed;
struct Skipped;
struct Canceled;
struct Failed;

struct Stored : StoredState<Machine, Stored, Active, Completed, Skipped, Canceled, Failed> {};

struct Active : In<Name::Active, Machine, Active,
                   On<Event::Complete, Completed>,
                   On<Event::Skip, Skipped>,
                   On<Event::Cancel, Canceled>,
                   On<Event::Fail, Failed>> {};

struct Completed : In<Name::Completed, Machine, Completed> {};

struct Skipped : In<Name::Skipped, Machine, Skipped> {};

struct Canceled : In<Name::Canceled, Machine, Canceled> {};

struct Failed : In<Name::Failed, Machine, Failed> {};

}  // namespace
}  // namespace batch_operation_item

std::optional<BatchOperationItemState> next(BatchOperationItemState state, BatchOperationItemEvent event) {
    static const auto table = batch_operation_item::Stored::walk<BatchOperationItemEvent>();
    return table.next(state, event);
}

}  // namespace dandori::engine::lifecycle
