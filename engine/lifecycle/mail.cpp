// The life cycle of a mail. One that comes is taken by a case or lies in the tray; one that leaves is pending until it is
// sent, or can't be.
//
//   Tray --> Taken        Pending (tried again) --> Sent
//                            |                        |  its receiver's server sends it back
//                            +------> Failed <--------+
//
#include "engine/lifecycle/events.h"
#include "engine/lifecycle/machine.h"

namespace dandori::engine::lifecycle {
namespace mail {
namespace {

using Name = MailState;
using Event = MailEvent;

struct Stored;
struct Machine : LifeCycleMachine<Machine, Stored> {};

struct Taken;
struct Tray;
struct Pending;
struct Sent;
struct Failed;

struct Stored : StoredState<Machine, Stored, Taken, Tray, Pending, Sent, Failed> {};

struct Taken : In<Name::Taken, Machine, Taken> {};

struct Tray : In<Name::Tray, Machine, Tray,
                 On<Event::Assign, Taken>> {};

struct Pending : In<Name::Pending, Machine, Pending,
                    On<Event::Send, Sent>,
                    On<Event::TryAgain, Pending>,
                    On<Event::Fail, Failed>> {};

struct Sent : In<Name::Sent, Machine, Sent,
                 On<Event::Fail, Failed>> {};

struct Failed : In<Name::Failed, Machine, Failed> {};

}  // namespace
}  // namespace mail

std::optional<MailState> next(MailState state, MailEvent event) {
    static const auto table = mail::Stored::walk<MailEvent>();
    return table.next(state, event);
}

}  // namespace dandori::engine::lifecycle
