// Camunda 8 REST API v2, IncidentStateEnum: the life cycle of an incident. What fails anew after it was resolved is a new
// incident.
//
//   Active --> Resolved
//
// Migrated, Pending and Unknown are only known from the API.
#include "engine/lifecycle/events.h"
#include "engine/lifecycle/machine.h"

namespace dandori::engine::lifecycle {
namespace incident {
namespace {

using Name = IncidentState;
using Event = IncidentEvent;

struct Stored;
struct Machine : LifeCycleMachine<Machine, Stored> {};

struct Active;
struct Migrated;
struct Pending;
struct Resolved;
struct Unknown;

struct Stored : StoredState<Machine, Stored, Active, Migrated, Pending, Resolved, Unknown> {};

struct Active : In<Name::Active, Machine, Active,
                   On<Event::Resolve, Resolved>> {};

struct Migrated : In<Name::Migrated, Machine, Migrated> {};

struct Pending : In<Name::Pending, Machine, Pending> {};

struct Resolved : In<Name::Resolved, Machine, Resolved> {};

struct Unknown : In<Name::Unknown, Machine, Unknown> {};

}  // namespace
}  // namespace incident

std::optional<IncidentState> next(IncidentState state, IncidentEvent event) {
    static const auto table = incident::Stored::walk<IncidentEvent>();
    return table.next(state, event);
}

}  // namespace dandori::engine::lifecycle
