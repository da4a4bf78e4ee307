#include "engine/engine.h"

#include "engine/runtime/calendar_shelf.h"
#include "engine/runtime/partition_loop.h"

namespace dandori::engine {

namespace {

EngineSettings with_calendars(EngineSettings settings) {
    settings.in_force = std::make_shared<CalendarShelf>(settings.calendars);
    return settings;
}

}  // namespace

class Engine::Loop : public PartitionLoop {
  public:
    using PartitionLoop::PartitionLoop;
};

Engine::Engine(Following, Store& store, const Clock& clock, EngineSettings settings)
    : store_(store), clock_(clock), settings_(with_calendars(std::move(settings))), directory_(store.reader(), settings_.has_tenants) {}

Engine::Engine(Store& store, const Clock& clock, EngineSettings settings) : Engine(Following{}, store, clock, std::move(settings)) { lead(); }

Engine::~Engine() { follow(); }

void Engine::lead() {
    auto loop = std::make_unique<Loop>(store_, clock_, settings_);
    const std::unique_lock lock(mutex_);
    loop_ = std::move(loop);
    tell_loop();
}

void Engine::follow() {
    std::unique_ptr<Loop> ended;
    {
        const std::unique_lock lock(mutex_);
        ended = std::move(loop_);
    }
}

bool Engine::leads() const {
    const std::shared_lock lock(mutex_);
    return loop_ != nullptr;
}

void Engine::tell_loop() {
    if (!loop_) return;
    loop_->on_mail_pending(on_mail_pending_);
    loop_->on_committed(on_committed_);
}

void Engine::hand_over(std::unique_ptr<Submission> submission) {
    std::optional<Rejection> refused =
        Rejection{Rejection::Code::Unavailable, "This member follows another, which leads. Ask that one, or try again in a moment."};
    {
        const std::shared_lock lock(mutex_);
        if (loop_) refused = loop_->submit(submission);
    }
    if (refused) submission->reject(std::move(*refused));  // without the lock: whoever is told may submit again
}

template <class Command>
inline constexpr bool changes_task =
    std::is_same_v<Command, AssignUserTask> || std::is_same_v<Command, UnassignUserTask> || std::is_same_v<Command, UpdateUserTask> ||
    std::is_same_v<Command, CompleteUserTask> || std::is_same_v<Command, SetVariables>;

template <class Command>
void Engine::submit(Command command, std::optional<Actor> actor, std::function<void(Outcome<typename Command::Answer>)> answered) {
    using OfKind = std::conditional_t<
        std::is_same_v<Command, ActivateJobs>, ActivationSubmission,
        std::conditional_t<std::is_same_v<Command, CreateProcessInstance>, CreationSubmission,
                           std::conditional_t<changes_task<Command>, TaskChangeSubmission<Command>, PlainSubmission<Command>>>>;
    hand_over(std::make_unique<OfKind>(std::move(command), std::move(actor), std::move(answered)));
}

template <class Command>
    requires can_be_tried<Command>
void Engine::try_out(Command command, std::optional<Actor> actor, std::function<void(Outcome<Effects>)> answered) {
    hand_over(std::make_unique<TrySubmission<Command>>(std::move(command), std::move(actor), std::move(answered)));
}

Reader& Engine::reader() { return store_.reader(); }

std::shared_ptr<const Directory> Engine::directory() {
    {
        const std::shared_lock lock(mutex_);
        if (loop_) return directory_.at_least(loop_->directory_version());
    }
    const auto version = get<Sequence>(store_.reader(), std::string(directory_sequence));
    return directory_.at_least(version ? version->next : 0);
}

std::shared_ptr<const calendar::CalendarsInForce> Engine::calendars() const { return settings_.in_force; }

void Engine::clock_moved() {
    const std::shared_lock lock(mutex_);
    if (loop_) loop_->wake();
}

void Engine::on_committed(OnCommitted callback) {
    const std::unique_lock lock(mutex_);
    on_committed_ = std::move(callback);
    tell_loop();
}

void Engine::on_mail_pending(std::function<void()> callback) {
    const std::unique_lock lock(mutex_);
    on_mail_pending_ = std::move(callback);
    tell_loop();
}

#define DANDORI_SUBMIT(Command) \
    template void Engine::submit(Command, std::optional<Actor>, std::function<void(Outcome<Command::Answer>)>);
DANDORI_SUBMIT(DeployResources)
DANDORI_SUBMIT(DeleteResource)
DANDORI_SUBMIT(CreateProcessInstance)
DANDORI_SUBMIT(CancelProcessInstance)
DANDORI_SUBMIT(SetVariables)
DANDORI_SUBMIT(ActivateJobs)
DANDORI_SUBMIT(CompleteJob)
DANDORI_SUBMIT(FailJob)
DANDORI_SUBMIT(ThrowJobError)
DANDORI_SUBMIT(UpdateJob)
DANDORI_SUBMIT(AssignUserTask)
DANDORI_SUBMIT(UnassignUserTask)
DANDORI_SUBMIT(UpdateUserTask)
DANDORI_SUBMIT(CompleteUserTask)
DANDORI_SUBMIT(ReturnUserTask)
DANDORI_SUBMIT(PullBack)
DANDORI_SUBMIT(TakeUpUserTask)
DANDORI_SUBMIT(LookAtUserTasks)
DANDORI_SUBMIT(HoldUserTask)
DANDORI_SUBMIT(ReleaseUserTask)
DANDORI_SUBMIT(ConsultOnUserTask)
DANDORI_SUBMIT(AnswerConsultation)
DANDORI_SUBMIT(AddApprover)
DANDORI_SUBMIT(PublishMessage)
DANDORI_SUBMIT(CorrelateMessage)
DANDORI_SUBMIT(BroadcastSignal)
DANDORI_SUBMIT(EvaluateConditionals)
DANDORI_SUBMIT(ActivateAdHocElements)
DANDORI_SUBMIT(PutGlobalListener)
DANDORI_SUBMIT(DeleteGlobalListener)
DANDORI_SUBMIT(EvaluateDecision)
DANDORI_SUBMIT(DeleteDecisionEvaluation)
DANDORI_SUBMIT(ResolveIncident)
DANDORI_SUBMIT(TakeMail)
DANDORI_SUBMIT(AssignMail)
DANDORI_SUBMIT(ReportMailSending)
DANDORI_SUBMIT(SuspendProcessInstance)
DANDORI_SUBMIT(ResumeProcessInstance)
DANDORI_SUBMIT(DeleteProcessInstance)
DANDORI_SUBMIT(ModifyProcessInstance)
DANDORI_SUBMIT(MigrateProcessInstance)
DANDORI_SUBMIT(StartBatchOperation)
DANDORI_SUBMIT(ChangeBatchOperation)
DANDORI_SUBMIT(PutRow)
DANDORI_SUBMIT(RemoveRow)
DANDORI_SUBMIT(CreateSubstitution)
DANDORI_SUBMIT(RevokeSubstitution)
DANDORI_SUBMIT(SetUpDirectory)
DANDORI_SUBMIT(PutDirectoryEntry)
DANDORI_SUBMIT(RemoveDirectoryEntry)
DANDORI_SUBMIT(ChangeMembership)
DANDORI_SUBMIT(PutAuthorization)
DANDORI_SUBMIT(RemoveAuthorization)
DANDORI_SUBMIT(PutClusterVariable)
DANDORI_SUBMIT(RemoveClusterVariable)
DANDORI_SUBMIT(PutDocument)
DANDORI_SUBMIT(RemoveDocument)
DANDORI_SUBMIT(PutCalendars)
DANDORI_SUBMIT(PreviewCalendars)
DANDORI_SUBMIT(DefineTables)
DANDORI_SUBMIT(ChangeTable)
#undef DANDORI_SUBMIT

#define DANDORI_TRY_OUT(Command) \
    template void Engine::try_out(Command, std::optional<Actor>, std::function<void(Outcome<Effects>)>);
DANDORI_TRY_OUT(CreateProcessInstance)
DANDORI_TRY_OUT(CancelProcessInstance)
DANDORI_TRY_OUT(ModifyProcessInstance)
DANDORI_TRY_OUT(MigrateProcessInstance)
DANDORI_TRY_OUT(SuspendProcessInstance)
DANDORI_TRY_OUT(ResumeProcessInstance)
DANDORI_TRY_OUT(DeleteProcessInstance)
DANDORI_TRY_OUT(SetVariables)
DANDORI_TRY_OUT(CompleteJob)
DANDORI_TRY_OUT(FailJob)
DANDORI_TRY_OUT(ThrowJobError)
DANDORI_TRY_OUT(CompleteUserTask)
DANDORI_TRY_OUT(ReturnUserTask)
DANDORI_TRY_OUT(PullBack)
DANDORI_TRY_OUT(TakeUpUserTask)
DANDORI_TRY_OUT(HoldUserTask)
DANDORI_TRY_OUT(ReleaseUserTask)
DANDORI_TRY_OUT(AddApprover)
DANDORI_TRY_OUT(PublishMessage)
DANDORI_TRY_OUT(CorrelateMessage)
DANDORI_TRY_OUT(BroadcastSignal)
DANDORI_TRY_OUT(ActivateAdHocElements)
DANDORI_TRY_OUT(ResolveIncident)
#undef DANDORI_TRY_OUT

}  // namespace dandori::engine
