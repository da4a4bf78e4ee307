#pragma once
// The front door: submit a command, look at rows.

#include <functional>
#include <future>
#include <memory>
#include <shared_mutex>

#include "engine/runtime/directory_cache.h"
#include "engine/port/clock.h"
#include "engine/port/store.h"
#include "engine/runtime/command.h"
#include "engine/runtime/committed.h"
#include "engine/runtime/effect.h"
#include "engine/runtime/settings.h"

namespace dandori::calendar {
class CalendarsInForce;
}

namespace dandori::engine {

class Submission;

template <class Wanted, class... Commands>
inline constexpr bool is_one_of = (std::is_same_v<Wanted, Commands> || ...);

/// Commands of which can be told beforehand what they do: all that move process instances.
template <class Command>
inline constexpr bool can_be_tried =
    is_one_of<Command, CreateProcessInstance, CancelProcessInstance, ModifyProcessInstance, MigrateProcessInstance,
              SuspendProcessInstance, ResumeProcessInstance, DeleteProcessInstance, SetVariables, CompleteJob, FailJob, ThrowJobError,
              CompleteUserTask, ReturnUserTask, PullBack, TakeUpUserTask, HoldUserTask, ReleaseUserTask, AddApprover, PublishMessage, CorrelateMessage, BroadcastSignal, ActivateAdHocElements, ResolveIncident>;

/// Runs one partition: takes commands, carries out whatever waits in memory, commits it in one transaction, answers.
///
/// Durable before answered: an outcome is handed over only after the commit that holds its effect. Callbacks run on the
/// engine's own thread and must not block or submit-and-wait. The store and the clock must outlive the engine.
///
/// Where several programs share a store, one of them leads. The others follow: rows and rights can be read, commands are rejected as
/// Unavailable.
class Engine {
  public:
    /// Leads from the start. Throws what the store throws.
    Engine(Store& store, const Clock& clock, EngineSettings settings);

    struct Following {};
    /// Only reads until lead() is called.
    Engine(Following, Store& store, const Clock& clock, EngineSettings settings);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    /// Loads what the store has and takes commands from now on. Throws what the store throws; then it follows. Not by two threads at a time.
    void lead();

    /// Carries out what was submitted, rejects what waits, and takes no more. Never from a callback.
    void follow();

    /// May be asked by any thread.
    bool leads() const;

    /// Asks for `command`; `answered` is called once. May be called by any thread.
    template <class Command>
    void submit(Command command, std::optional<Actor> actor, std::function<void(Outcome<typename Command::Answer>)> answered);

    /// The same, waiting for the outcome. Never from a callback.
    template <class Command>
    Outcome<typename Command::Answer> execute(Command command, std::optional<Actor> actor = {}) {
        std::promise<Outcome<typename Command::Answer>> promise;
        auto outcome = promise.get_future();
        submit(std::move(command), std::move(actor), [&](Outcome<typename Command::Answer> it) { promise.set_value(std::move(it)); });
        return outcome.get();
    }

    /// What `command` would do now, without doing it: nothing is kept, no mail leaves, nobody is woken.
    template <class Command>
        requires can_be_tried<Command>
    void try_out(Command command, std::optional<Actor> actor, std::function<void(Outcome<Effects>)> answered);

    /// Rows as last committed. May be used by any thread.
    Reader& reader();

    /// Who may do what, as last committed. May be used by any thread.
    std::shared_ptr<const Directory> directory();

    /// What expressions count by. May be asked by any thread, also after the engine is gone.
    std::shared_ptr<const calendar::CalendarsInForce> calendars() const;

    /// The clock was moved: look at what is due now.
    void clock_moved();

    /// Called on the engine's thread after a commit that left mails waiting to be sent. Set before commands are submitted.
    void on_mail_pending(std::function<void()> callback);

    /// Who looks on at commits. Set before commands are submitted.
    void on_committed(OnCommitted callback);

  private:
    class Loop;
    void hand_over(std::unique_ptr<Submission>);
    void tell_loop();

    Store& store_;
    const Clock& clock_;
    const EngineSettings settings_;
    DirectoryCache directory_;
    std::function<void()> on_mail_pending_;
    OnCommitted on_committed_;
    mutable std::shared_mutex mutex_;  ///< held to use the loop, and alone to exchange it
    std::unique_ptr<Loop> loop_;       ///< none while following
};

}  // namespace dandori::engine
