// Camunda 8 REST API v2, MessageSubscriptionStateEnum: the life cycle of what waits for a message. A boundary event that
// doesn't interrupt and a start event are met again and again.
//
//   Created --> Correlated (again and again)
//      |            |
//      +------------+--> Deleted
//
// Migrated is only known from the API.
#include "engine/lifecycle/events.h"
#include "engine/lifecycle/machine.h"

namespace dandori::engine::lifecycle {
namespace message_subscription {
namespace {

using Name = MessageSubscriptionState;
using Event = MessageSubscriptionEvent;

struct Stored;
struct Machine : LifeCycleMachine<Machine, Stored> {};

struct Correlated;
struct Created;
struct Deleted;
struct Migrated;

struct Stored : StoredState<Machine, Stored, Correlated, Created, Deleted, Migrated> {};

struct Correlated : In<Name::Correlated, Machine, Correlated,
                       On<Event::Correlate, Correlated>,
                       On<Event::Delete, Deleted>> {};

struct Created : In<Name::Created, Machine, Created,
                    On<Event::Correlate, Correlated>,
                    On<Event::Delete, Deleted>> {};

struct Deleted : In<Name::Deleted, Machine, Deleted> {};

struct Migrated : In<Name::Migrated, Machine, Migrated> {};

}  // namespace
}  // namespace message_subscription

std::optional<MessageSubscriptionState> next(MessageSubscriptionState state, MessageSubscriptionEvent event) {
    static const auto table = message_subscription::Stored::walk<MessageSubscriptionEvent>();
    return table.next(state, event);
}

}  // namespace dandori::engine::lifecycle
