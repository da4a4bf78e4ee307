#pragma once
// A command on its way through the loop: carried out, perhaps waiting, and answered after the commit.

#include <chrono>
#include <functional>

#include "engine/runtime/partition.h"

namespace dandori::engine {

class Submission {
  public:
    using Moment = std::chrono::steady_clock::time_point;

    virtual ~Submission() = default;
    /// Carries the command out. False: there is no outcome yet; look_again() after later commands until `until`.
    virtual bool execute(Partition&) = 0;
    virtual bool look_again(Partition&) { return false; }
    /// It only looks what would happen: carried out by itself, when nothing waits to be committed.
    virtual bool is_trial() const { return false; }
    /// It has waited long enough: an outcome is there now.
    virtual void give_up(Partition&) {}
    /// Hands the outcome over. Once.
    virtual void answer() = 0;
    virtual void reject(Rejection) = 0;

    std::optional<Moment> until;  ///< of a waiting one
};

/// Any command that is over when it was carried out.
template <class Command>
class PlainSubmission : public Submission {
  public:
    using Answered = std::function<void(Outcome<typename Command::Answer>)>;
    PlainSubmission(Command command, std::optional<Actor> actor, Answered answered)
        : command_(std::move(command)), actor_(std::move(actor)), answered_(std::move(answered)) {}

    bool execute(Partition& partition) override {
        partition.begin_command();
        const Actor* actor = actor_ ? &*actor_ : nullptr;
        auto draft = partition.is_audited() ? partition.draft_audit(command_) : std::nullopt;
        outcome_ = partition.execute(command_, actor);
        if (draft) {
            if (*outcome_) note_answer(draft->entry, **outcome_);
            partition.audit(std::move(*draft), actor, *outcome_ ? nullptr : &outcome_->error());
        }
        partition.end_command();
        return true;
    }
    void answer() override { answered_(std::move(*outcome_)); }
    void reject(Rejection rejection) override { answered_(tl::unexpected(std::move(rejection))); }

  protected:
    Command command_;
    std::optional<Actor> actor_;
    Answered answered_;
    std::optional<Outcome<typename Command::Answer>> outcome_;
};

/// What a command would do.
template <class Command>
class TrySubmission : public Submission {
  public:
    using Answered = std::function<void(Outcome<Effects>)>;
    TrySubmission(Command command, std::optional<Actor> actor, Answered answered)
        : command_(std::move(command)), actor_(std::move(actor)), answered_(std::move(answered)) {}

    bool is_trial() const override { return true; }
    bool execute(Partition& live) override {
        Partition scratch(Partition::Scratch{live});
        scratch.begin_command();
        const auto outcome = scratch.execute(command_, actor_ ? &*actor_ : nullptr);
        scratch.end_command();
        if (outcome) outcome_ = scratch.effects();
        else outcome_ = tl::unexpected(outcome.error());
        return true;
    }
    void answer() override { answered_(std::move(*outcome_)); }
    void reject(Rejection rejection) override { answered_(tl::unexpected(std::move(rejection))); }

  private:
    Command command_;
    std::optional<Actor> actor_;
    Answered answered_;
    std::optional<Outcome<Effects>> outcome_;
};

/// ActivateJobs waits for a job of its type: a long poll.
class ActivationSubmission : public PlainSubmission<ActivateJobs> {
  public:
    using PlainSubmission::PlainSubmission;

    bool execute(Partition& partition) override {
        if (command_.still_wanted && !(*command_.still_wanted)()) {
            outcome_ = ActivateJobs::Answer{};
            return true;
        }
        PlainSubmission::execute(partition);
        if (!*outcome_ || !(*outcome_)->jobs.empty() || command_.request_timeout_ms < 0) return true;
        if (!until) until = std::chrono::steady_clock::now() + std::chrono::milliseconds(command_.request_timeout_ms);
        return false;
    }
    bool look_again(Partition& partition) override {
        return partition.jobs().has(command_.type, partition.clock_now(), wanted_jobs(command_, actor_ ? &*actor_ : nullptr)) && execute(partition);
    }
    void give_up(Partition&) override { outcome_ = ActivateJobs::Answer{}; }
    const std::string& type() const { return command_.type; }
};

/// What changes a user task waits for the listeners that look at it.
template <class Command>
class TaskChangeSubmission : public PlainSubmission<Command> {
  public:
    using PlainSubmission<Command>::PlainSubmission;

    bool execute(Partition& partition) override {
        PlainSubmission<Command>::execute(partition);
        task_ = partition.take_begun_change();
        if (!task_) return true;
        this->until = std::chrono::steady_clock::now() + std::chrono::milliseconds(partition.listeners_wait_ms());
        return look_again(partition);
    }
    bool look_again(Partition& partition) override {
        auto ended = partition.take_ended_change(*task_);
        if (ended) this->outcome_ = std::move(*ended);
        return ended.has_value();
    }
    void give_up(Partition& partition) override {
        partition.forget_change(*task_);
        this->outcome_ = engine::reject(Rejection::Code::Timeout, "The listeners of the user task with key '" + std::to_string(task_->value) +
                                                                      "' have not completed their jobs within the request's timeout. The "
                                                                      "change is made once they have.");
    }

  private:
    std::optional<UserTaskKey> task_;
};

/// CreateProcessInstance may wait for the end of the instance.
class CreationSubmission : public PlainSubmission<CreateProcessInstance> {
  public:
    using PlainSubmission::PlainSubmission;

    bool execute(Partition& partition) override {
        PlainSubmission::execute(partition);
        if (!*outcome_ || !command_.await_completion) return true;
        if (!until) {
            const std::int64_t timeout = command_.request_timeout_ms > 0 ? command_.request_timeout_ms : 10'000;
            until = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeout);
        }
        return look_again(partition);
    }
    bool look_again(Partition& partition) override;
    void give_up(Partition& partition) override {
        partition.forget_awaited((*outcome_)->instance.key);
        outcome_ = engine::reject(Rejection::Code::Timeout, "The process instance '" + std::to_string((*outcome_)->instance.key.value) +
                                                                "' was started and has not ended within the request's timeout.");
    }
};

}  // namespace dandori::engine
