// Camunda 8 REST API v2, JobStateEnum: the life cycle of a job. There is no state for a job that a worker has: it is
// Created again when it is handed out, and until when the worker has it, its deadline says. A worker that is late may still
// complete the job, as long as nobody else has.
//
//               Activate
//   Created <--------------- TimedOut, Failed, RetriesUpdated
//      |                          ^       ^           ^
//      +--------------------------+-------+           | Retry: Created, TimedOut, Failed, ErrorThrown
//      |
//      +--> Completed
//      +--> ErrorThrown (stays where it is caught; uncaught: Failed)
//      +--> Canceled, from wherever it is not over
//
// Migrated is only known from the API: we don't migrate yet.
#include "engine/lifecycle/events.h"
#include "engine/lifecycle/machine.h"

namespace dandori::engine::lifecycle {
namespace job {
namespace {

using Name = JobState;
using Event = JobEvent;

struct Stored;
struct Machine : LifeCycleMachine<Machine, Stored> {};

struct Canceled;
struct Completed;
struct Created;
struct ErrorThrown;
struct Failed;
struct Migrated;
struct RetriesUpdated;
struct TimedOut;

struct Stored : StoredState<Machine, Stored, Canceled, Completed, Created, ErrorThrown, Failed, Migrated,
                            RetriesUpdated, TimedOut> {};

struct Canceled : In<Name::Canceled, Machine, Canceled> {};

struct Completed : In<Name::Completed, Machine, Completed> {};

struct Created : In<Name::Created, Machine, Created,
                    On<Event::Activate, Created>,
                    On<Event::TimeOut, TimedOut>,
                    On<Event::Complete, Completed>,
                    On<Event::ThrowError, ErrorThrown>,
                    On<Event::Fail, Failed>,
                    On<Event::FailForGood, Failed>,
                    On<Event::Retry, RetriesUpdated>,
                    On<Event::Cancel, Canceled>> {};

struct ErrorThrown : In<Name::ErrorThrown, Machine, ErrorThrown,
                        On<Event::ErrorCaught, ErrorThrown>,
                        On<Event::ErrorUncaught, Failed>,
                        On<Event::Retry, RetriesUpdated>,
                        On<Event::Cancel, Canceled>> {};

struct Failed : In<Name::Failed, Machine, Failed,
                   On<Event::Activate, Created>,
                   On<Event::Retry, RetriesUpdated>,
                   On<Event::Cancel, Canceled>> {};

struct Migrated : In<Name::Migrated, Machine, Migrated> {};

struct RetriesUpdated : In<Name::RetriesUpdated, Machine, RetriesUpdated,
                           On<Event::Activate, Created>,
                           On<Event::Complete, Completed>,
                           On<Event::ThrowError, ErrorThrown>,
                           On<Event::Fail, Failed>,
                           On<Event::FailForGood, Failed>,
                           On<Event::TimeOut, TimedOut>,
                           On<Event::Retry, RetriesUpdated>,
                           On<Event::Cancel, Canceled>> {};

struct TimedOut : In<Name::TimedOut, Machine, TimedOut,
                     On<Event::Activate, Created>,
                     On<Event::Complete, Completed>,
                     On<Event::ThrowError, ErrorThrown>,
                     On<Event::Fail, Failed>,
                     On<Event::FailForGood, Failed>,
                     On<Event::Retry, RetriesUpdated>,
                     On<Event::Cancel, Canceled>> {};

}  // namespace
}  // namespace job

std::optional<JobState> next(JobState state, JobEvent event) {
    static const auto table = job::Stored::walk<JobEvent>();
    return table.next(state, event);
}

}  // namespace dandori::engine::lifecycle
