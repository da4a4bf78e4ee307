#include "engine/engine.h"

#include "engine/runtime/partition_loop.h"

namespace dandori::engine {

class Engine::Loop : public PartitionLoop {
  public:
    using PartitionLoop::PartitionLoop;
};

Engine::Engine(Store& store, const Clock& clock, EngineSettings settings)
    : loop_(std::make_unique<Loop>(store, clock, std::move(settings))) {}

Engine::~Engine() = default;

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
    loop_->submit(std::make_unique<OfKind>(std::move(command), std::move(actor), std::move(answered)));
}

template <class Command>
    requires can_be_tried<Command>
void Engine::try_out(Command command, std::optional<Actor> actor, std::function<void(Outcome<Effects>)> answered) {
    loop_->submit(std::make_unique<TrySubmission<Command>>(std::move(command), std::move(actor), std::move(answered)));
}

Reader& Engine::reader() { return loop_->reader(); }
std::shared_ptr<const Directory> Engine::directory() { return loop_->directory(); }
void Engine::clock_moved() { loop_->wake(); }
void Engine::on_committed(OnCommitted callback) { loop_->on_committed(std::move(callback)); }
void Engine::on_mail_pending(std::function<void()> callback) { loop_->on_mail_pending(std::move(callback)); }

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
DANDORI_TRY_OUT(PublishMessage)
DANDORI_TRY_OUT(CorrelateMessage)
DANDORI_TRY_OUT(BroadcastSignal)
DANDORI_TRY_OUT(ActivateAdHocElements)
DANDORI_TRY_OUT(ResolveIncident)
#undef DANDORI_TRY_OUT

}  // namespace dandori::engine
