#pragma once
// One partition's state and what commands do to it. Knows no threads and no waiting: the loop around it does.

#include <deque>
#include <list>
#include <set>
#include <unordered_map>

#include "engine/behavior/ad_hoc_sub_process.h"
#include "engine/behavior/deadlines.h"
#include "engine/behavior/execution.h"
#include "engine/behavior/lineage.h"
#include "engine/behavior/timing.h"
#include "engine/lifecycle/events.h"
#include "engine/port/clock.h"
#include "engine/port/store.h"
#include "engine/runtime/audit.h"
#include "engine/runtime/command.h"
#include "engine/runtime/deployed.h"
#include "engine/runtime/directory_rows.h"
#include "engine/runtime/due.h"
#include "engine/runtime/effect.h"
#include "engine/runtime/job_queue.h"
#include "engine/runtime/overlay.h"
#include "engine/runtime/settings.h"
#include "engine/runtime/waiting_signals.h"
#include "engine/runtime/waiting_subscriptions.h"

namespace dandori::engine {

/// Carries commands out in memory. What they changed is collected for one commit; when that, or a command, has failed,
/// reload() gives the state of the store again.
class Partition : public World {
  public:
    Partition(Store& store, const Clock& clock, const EngineSettings& settings);

    /// A copy to try a command on: it sees what `live` has, which must have nothing that waits to be committed, and is thrown
    /// away. It reads instances from the store and looks up in the live one who waits for what, which may read more of that
    /// into memory; otherwise it changes neither.
    struct Scratch {
        Partition& live;
    };
    explicit Partition(Scratch);

    /// Everything as the store has it.
    void reload();

    /// The outcome; for ActivateJobs none while there are no jobs of the type. Throws std::logic_error for our own mistakes
    /// and what the store throws; then the memory is no longer good.
    Outcome<DeployResources::Answer> execute(const DeployResources&, const Actor*);
    Outcome<Done> execute(const DeleteResource&, const Actor*);
    Outcome<CreateProcessInstance::Answer> execute(const CreateProcessInstance&, const Actor*);
    Outcome<Done> execute(const CancelProcessInstance&, const Actor*);
    Outcome<Done> execute(const SetVariables&, const Actor*);
    Outcome<ActivateJobs::Answer> execute(const ActivateJobs&, const Actor*);
    Outcome<Done> execute(const CompleteJob&, const Actor*);
    Outcome<Done> execute(const FailJob&, const Actor*);
    Outcome<Done> execute(const ThrowJobError&, const Actor*);
    Outcome<Done> execute(const UpdateJob&, const Actor*);
    Outcome<Done> execute(const AssignUserTask&, const Actor*);
    Outcome<Done> execute(const UnassignUserTask&, const Actor*);
    Outcome<Done> execute(const UpdateUserTask&, const Actor*);
    Outcome<Done> execute(const CompleteUserTask&, const Actor*);
    Outcome<Done> execute(const ReturnUserTask&, const Actor*);
    Outcome<Done> execute(const PullBack&, const Actor*);
    Outcome<Done> execute(const TakeUpUserTask&, const Actor*);
    Outcome<LookAtUserTasks::Answer> execute(const LookAtUserTasks&, const Actor*);
    Outcome<Done> execute(const HoldUserTask&, const Actor*);
    Outcome<Done> execute(const ReleaseUserTask&, const Actor*);
    Outcome<ConsultOnUserTask::Answer> execute(const ConsultOnUserTask&, const Actor*);
    Outcome<AnswerConsultation::Answer> execute(const AnswerConsultation&, const Actor*);
    Outcome<Done> execute(const AddApprover&, const Actor*);
    Outcome<PublishMessage::Answer> execute(const PublishMessage&, const Actor*);
    Outcome<CorrelateMessage::Answer> execute(const CorrelateMessage&, const Actor*);
    Outcome<BroadcastSignal::Answer> execute(const BroadcastSignal&, const Actor*);
    Outcome<EvaluateConditionals::Answer> execute(const EvaluateConditionals&, const Actor*);
    Outcome<Done> execute(const ActivateAdHocElements&, const Actor*);
    Outcome<GlobalListener> execute(const PutGlobalListener&, const Actor*);
    Outcome<Done> execute(const DeleteGlobalListener&, const Actor*);
    Outcome<EvaluateDecision::Answer> execute(const EvaluateDecision&, const Actor*);
    Outcome<Done> execute(const DeleteDecisionEvaluation&, const Actor*);
    Outcome<Done> execute(const ResolveIncident&, const Actor*);
    Outcome<TakeMail::Answer> execute(const TakeMail&, const Actor*);
    Outcome<AssignMail::Answer> execute(const AssignMail&, const Actor*);
    Outcome<Done> execute(const ReportMailSending&, const Actor*);
    Outcome<Done> execute(const SuspendProcessInstance&, const Actor*);
    Outcome<Done> execute(const ResumeProcessInstance&, const Actor*);
    Outcome<Done> execute(const DeleteProcessInstance&, const Actor*);
    Outcome<Done> execute(const ModifyProcessInstance&, const Actor*);
    Outcome<Done> execute(const MigrateProcessInstance&, const Actor*);
    Outcome<StartBatchOperation::Answer> execute(const StartBatchOperation&, const Actor*);
    Outcome<Done> execute(const ChangeBatchOperation&, const Actor*);
    Outcome<Done> execute(const PutRow&, const Actor*);
    Outcome<Done> execute(const RemoveRow&, const Actor*);
    Outcome<Done> execute(const SetUpDirectory&, const Actor*);
    Outcome<Done> execute(const PutDirectoryEntry&, const Actor*);
    Outcome<Done> execute(const RemoveDirectoryEntry&, const Actor*);
    Outcome<Done> execute(const ChangeMembership&, const Actor*);
    Outcome<PutAuthorization::Answer> execute(const PutAuthorization&, const Actor*);
    Outcome<Done> execute(const RemoveAuthorization&, const Actor*);
    Outcome<Done> execute(const PutClusterVariable&, const Actor*);
    Outcome<Done> execute(const RemoveClusterVariable&, const Actor*);
    Outcome<Done> execute(const PutDocument&, const Actor*);
    Outcome<Done> execute(const RemoveDocument&, const Actor*);
    Outcome<CreateSubstitution::Answer> execute(const CreateSubstitution&, const Actor*);
    Outcome<Done> execute(const RevokeSubstitution&, const Actor*);
    Outcome<PutCalendars::Answer> execute(const PutCalendars&, const Actor*);
    Outcome<PreviewCalendars::Answer> execute(const PreviewCalendars&, const Actor*);
    Outcome<DefineTables::Answer> execute(const DefineTables&, const Actor*);
    Outcome<ChangeTable::Answer> execute(const ChangeTable&, const Actor*);

    /// What the audit log will say of a command that is about to be carried out; none for what it doesn't hold.
    std::optional<AuditDraft> draft_audit(const ActivateJobs&) { return {}; }
    std::optional<AuditDraft> draft_audit(const ReportMailSending&) { return {}; }
    std::optional<AuditDraft> draft_audit(const SetUpDirectory&) { return {}; }
    std::optional<AuditDraft> draft_audit(const PreviewCalendars&) { return {}; }
    std::optional<AuditDraft> draft_audit(const LookAtUserTasks&) { return {}; }
    std::optional<AuditDraft> draft_audit(const PutCalendars&);
    std::optional<AuditDraft> draft_audit(const DefineTables&);
    std::optional<AuditDraft> draft_audit(const ChangeTable&);
    std::optional<AuditDraft> draft_audit(const AssignUserTask&);
    std::optional<AuditDraft> draft_audit(const UnassignUserTask&);
    std::optional<AuditDraft> draft_audit(const UpdateUserTask&);
    std::optional<AuditDraft> draft_audit(const CompleteUserTask&);
    std::optional<AuditDraft> draft_audit(const ReturnUserTask&);
    std::optional<AuditDraft> draft_audit(const PullBack&);
    std::optional<AuditDraft> draft_audit(const TakeUpUserTask&);
    std::optional<AuditDraft> draft_audit(const HoldUserTask&);
    std::optional<AuditDraft> draft_audit(const ReleaseUserTask&);
    std::optional<AuditDraft> draft_audit(const ConsultOnUserTask&);
    std::optional<AuditDraft> draft_audit(const AnswerConsultation&);
    std::optional<AuditDraft> draft_audit(const AddApprover&);
    std::optional<AuditDraft> draft_audit(const CompleteJob&);
    std::optional<AuditDraft> draft_audit(const FailJob&);
    std::optional<AuditDraft> draft_audit(const ThrowJobError&);
    std::optional<AuditDraft> draft_audit(const UpdateJob&);
    std::optional<AuditDraft> draft_audit(const DeployResources&);
    std::optional<AuditDraft> draft_audit(const DeleteResource&);
    std::optional<AuditDraft> draft_audit(const CreateProcessInstance&);
    std::optional<AuditDraft> draft_audit(const CancelProcessInstance&);
    std::optional<AuditDraft> draft_audit(const SetVariables&);
    std::optional<AuditDraft> draft_audit(const ActivateAdHocElements&);
    std::optional<AuditDraft> draft_audit(const ResolveIncident&);
    std::optional<AuditDraft> draft_audit(const EvaluateDecision&);
    std::optional<AuditDraft> draft_audit(const DeleteDecisionEvaluation&);
    std::optional<AuditDraft> draft_audit(const PublishMessage&);
    std::optional<AuditDraft> draft_audit(const CorrelateMessage&);
    std::optional<AuditDraft> draft_audit(const BroadcastSignal&);
    std::optional<AuditDraft> draft_audit(const PutDirectoryEntry&);
    std::optional<AuditDraft> draft_audit(const RemoveDirectoryEntry&);
    std::optional<AuditDraft> draft_audit(const ChangeMembership&);
    std::optional<AuditDraft> draft_audit(const PutAuthorization&);
    std::optional<AuditDraft> draft_audit(const RemoveAuthorization&);
    std::optional<AuditDraft> draft_audit(const PutClusterVariable&);
    std::optional<AuditDraft> draft_audit(const RemoveClusterVariable&);
    std::optional<AuditDraft> draft_audit(const PutDocument&);
    std::optional<AuditDraft> draft_audit(const RemoveDocument&);
    std::optional<AuditDraft> draft_audit(const SuspendProcessInstance&);
    std::optional<AuditDraft> draft_audit(const ResumeProcessInstance&);
    std::optional<AuditDraft> draft_audit(const DeleteProcessInstance&);
    std::optional<AuditDraft> draft_audit(const ModifyProcessInstance&);
    std::optional<AuditDraft> draft_audit(const MigrateProcessInstance&);
    std::optional<AuditDraft> draft_audit(const StartBatchOperation&);
    std::optional<AuditDraft> draft_audit(const ChangeBatchOperation&);
    std::optional<AuditDraft> draft_audit(const EvaluateConditionals&);
    std::optional<AuditDraft> draft_audit(const PutGlobalListener&);
    std::optional<AuditDraft> draft_audit(const DeleteGlobalListener&);
    std::optional<AuditDraft> draft_audit(const TakeMail&);
    std::optional<AuditDraft> draft_audit(const AssignMail&);
    std::optional<AuditDraft> draft_audit(const PutRow&);
    std::optional<AuditDraft> draft_audit(const RemoveRow&);
    std::optional<AuditDraft> draft_audit(const CreateSubstitution&);
    std::optional<AuditDraft> draft_audit(const RevokeSubstitution&);
    /// Writes the row; `rejection` is null where the command was carried out.
    void audit(AuditDraft draft, const Actor* actor, const Rejection* rejection);
    bool is_audited() const { return settings_.audit != AuditScope::Nothing; }

    /// Each command begins and ends so; the end sees what it touched.
    void begin_command();
    void end_command();

    /// Triggers what is due, at most so many; false when nothing was.
    bool trigger_due(std::size_t count_max);
    void trigger_timer(InstanceRows&, const Timer&);
    std::optional<Instant> next_due() const;

    /// Leaves the timer that is due first alone until the next reload().
    void set_aside_first_due();

    /// Carries out items of batch operations and, where none waits, recomputes deadlines; at most of so many instances. Between two commits.
    void work_on_batch_operations(std::size_t count_max);
    bool has_batch_work() const;
    /// The item or instance whose turn it is has met a mistake of ours: it has failed.
    void fail_batch_item(const std::string& why);

    JobQueue& jobs() { return job_queue_; }
    Instant clock_now() const { return clock_.now(); }
    /// A process instance whose end somebody awaits, once it is over: its row and last variables.
    struct Ended {
        ProcessInstance instance;
        feel::Value variables;
    };
    void await(ProcessInstanceKey key) { awaited_.insert(key); }
    void forget_awaited(ProcessInstanceKey key) { awaited_.erase(key); ended_.erase(key); }
    const Ended* ended(ProcessInstanceKey key) const;

    /// The user task whose change the command that was carried out has begun and listeners look at now; asked for once.
    std::optional<UserTaskKey> take_begun_change() { return std::exchange(begun_change_, {}); }
    /// How the change has ended, once it has; asked for once.
    std::optional<Outcome<Done>> take_ended_change(UserTaskKey);
    void forget_change(UserTaskKey);
    std::int64_t listeners_wait_ms() const { return settings_.listeners_wait_ms; }

    void collect(Batch&);
    /// What waits to be committed, beside what the store has.
    Effects effects();
    void committed();
    /// Whether a mail was put into the outbox since the last commit.
    bool has_pending_mail() const { return has_pending_mail_; }
    /// Grows with every commit that changes who may do what.
    std::int64_t directory_version() const;

    // World:
    Instant now() const override { return now_; }
    std::int64_t next_key() override;
    std::int64_t next_number(const std::string& sequence) override;
    const feel::Surroundings& surroundings() const override { return surroundings_; }
    std::string case_prefix(const std::string& kind) const override;
    std::shared_ptr<const Executable> executable(ProcessDefinitionKey key) override { return deployed_.executable(key); }
    Result<std::shared_ptr<const Executable>> called_process(const std::string&, const bpmn::zeebe::Binding&, DeploymentKey) override;
    Result<ResourceKey> resource(const std::string&, const bpmn::zeebe::Binding&, DeploymentKey) override;
    const std::vector<GlobalListener>& global_task_listeners() const override { return global_listeners_; }
    void task_change_ended(UserTaskKey task, const std::optional<std::string>& refusal) override;
    Result<FormKey> form(const std::string&, const bpmn::zeebe::Binding&, DeploymentKey) override;
    Result<feel::Value> decide(const std::string&, const bpmn::zeebe::Binding&, const DecisionCaller&, const feel::Scope&) override;
    InstanceRows* instance(ProcessInstanceKey key) override;
    std::vector<ProcessInstanceKey> called_by(ProcessInstanceKey caller, ElementInstanceKey call) override;
    InstanceRows& add_instance(ProcessInstance row) override;
    void instance_ends(InstanceRows& rows) override;
    void undone_for_return(InstanceRows& rows, ElementInstanceKey user_task) override;
    std::vector<std::string> people_in(const std::string& group) const override { return circle_members(group); }
    void user_task_opened(InstanceRows& rows, UserTaskKey task) override { raise_if_nobody_can_act(rows, task); }
    void user_task_completes(InstanceRows& rows, const UserTask& task, const feel::Context& change) override;
    void subscription_opened(const MessageSubscription& subscription) override;
    void signal_subscription_opened(const SignalSubscription& subscription) override { waiting_signals_.update(subscription, false); }
    void broadcast(const std::string& tenant_id, const std::string& signal_name, const feel::Value& variables) override;
    Result<void> send(InstanceRows& thrower, const std::string& name, const std::string& correlation_key,
                      feel::Value variables) override;

  private:
    using TenantAndName = std::pair<std::string, std::string>;
    template <class Row>
    struct Deleted {
        std::vector<PrimaryKey<Row>> keys;
    };
    template <class... Row>
    struct DeletedOfEach : Deleted<Row>... {};
    struct Held {
        std::unique_ptr<InstanceRows> rows;
        std::list<ProcessInstanceKey>::iterator used;  ///< its place in `recently_used_`
        std::int64_t called_from = 0;  ///< the call activity's element instance; 0: nobody called it
        bool is_touched = false;
        bool is_pending = false;
    };

    // partition.cpp
    void note_start_message(const ProcessInstance&, bool is_running);
    /// Begins to hold an instance, with rows that hold nothing yet or with these.
    Held& hold(ProcessInstanceKey, std::unique_ptr<InstanceRows> rows = {});
    void touch(Held&);
    void index(InstanceRows&);
    void forget_instance(ProcessInstanceKey key);
    void evict();
    InstanceRows* owner_of(std::int64_t key);
    template <class Row>
    InstanceRows* instance_with(Key<Row> key);
    /// Runs until nothing moves: tokens, and messages that meet subscriptions opened meanwhile.
    void run();

    // messages.cpp
    struct Correlation {
        std::vector<ProcessInstanceKey> instances;
        std::vector<std::string> processes;
    };
    void correlate(const Message& message, Correlation& done, bool must_start = false);
    /// Who waits for such a message by the standard's correlation; those whose key is told come first.
    std::vector<WaitingSubscriptions::Place> waiting_by_properties(const std::string& tenant_id, const std::string& name,
                                                                   const feel::Value& variables);
    /// The instances that such a message fits by the standard's correlation, if they are several: it can go to one only.
    std::optional<std::string> ambiguity(const std::string& tenant_id, const std::string& name, const feel::Value& variables);
    bool fits(const Message&, const MessageSubscription&);
    /// The key that keeps a second instance from being started by the same conversation; empty if there is none.
    std::string start_key_of(const Message&, const Executable&) const;
    bool correlate_to_subscription(const Message&, const WaitingSubscriptions::Place&);
    struct Started {
        bool is_taken = false;  ///< the message is consumed, though perhaps only kept for a parallel multiple start event
        std::optional<ProcessInstanceKey> instance;
    };
    /// 13.2: a start event of a conversation that has an instance lets its token in there, once. False: it can't.
    bool start_within(InstanceRows&, const Executable&, const ExecutableNode& starter, std::shared_ptr<Event>);
    Started start_by_message(const Message&, const WaitingSubscriptions::Place&, bool must_start);
    void correlate_buffered();

    /// A scratch partition knows the buffered messages of a name only when it was asked for them.
    void look_up_buffered(const TenantAndName& message);
    /// `for_several`: kept for other processes though one has taken it.
    PublishMessage::Answer publish(const PublishMessage&, bool for_several = true);
    /// Gives out what was thrown within the engine.
    void deliver_sent();
    /// The cluster variables as expressions of the tenant's processes see them.
    const feel::Value& shared_variables(const std::string& tenant_id);
    std::optional<ProcessInstanceKey> started_by(const std::string& tenant_id, const std::string& process_id,
                                                 const std::string& correlation_key);

    // starts.cpp
    Result<Schedule> start_schedule(const CompiledEvent&, const std::string& element_id) const;
    std::string start_name_of(const CompiledEvent&) const;
    void open_start_events(const Executable&);
    void close_start_events(ProcessDefinitionKey);
    void trigger_start_timer(TimerKey);
    /// The first occurrence of each definition of a parallel multiple start event that is kept.
    std::map<std::int32_t, EventOccurrenceKey> start_occurrences_of(const Executable&, const ExecutableNode& starter,
                                                                    const std::string& correlation_key) const;
    /// Whether nothing else is needed but this one.
    bool would_start(const Executable&, const ExecutableNode& starter, std::int32_t event_index, const std::string& correlation_key) const;
    /// The new instance; null pointer where a parallel multiple start event keeps what has occurred until the rest has.
    InstanceRows* start_by_event(const Executable&, const ExecutableNode& starter, std::shared_ptr<Event>, ProcessInstance row);

    // decision_commands.cpp
    struct Evaluated {
        feel::Value value;
        std::optional<dmn::Message> failure;
        std::vector<DecisionInstance> instances;
    };
    /// Evaluates a decision and keeps how; `caller` is a null pointer where no process asks.
    Result<Evaluated> evaluated(const DecisionDefinition&, const feel::Scope&, const DecisionCaller* caller);

    // mail_commands.cpp
    void put_pending_mail(Mail mail, const InstanceRows* instance);
    std::optional<Mail> mail_by_message_id(const std::string&);
    std::optional<std::string> case_number_of(ProcessInstanceKey);

    // user_task_returns.cpp
    /// Where a return goes, and over what.
    struct WayBack {
        InstanceRows* rows = nullptr;  ///< of the process instance that the target lies in
        const bpmn::FlowNode* target = nullptr;
        ReturnPlan plan;
        bool leaves_called = false;  ///< the user task is in a process that this one has called
    };
    /// Or why there is none.
    tl::expected<WayBack, std::string> way_back(InstanceRows&, ElementInstanceKey user_task, const std::string& target_id);
    void go_back(const WayBack&, const feel::Context& variables);
    /// All element instances of an instance, those too that are over.
    std::vector<ElementInstance> history_of(ProcessInstanceKey);
    /// All that an instance has called itself, over or not.
    std::vector<ProcessInstance> ever_called_by(ProcessInstanceKey);
    /// A completed step that nothing can take back, in an instance or what it has called; `among`: of these only.
    std::optional<std::string> irreversible_in(const ProcessInstance&, const std::vector<ElementInstanceKey>* among = nullptr);
    /// Of these element instances and all active calls that end with them.
    std::optional<std::string> irreversible_on(InstanceRows&, const ReturnPlan&);
    /// Why a return can't come from its target straight back to the task.
    std::optional<std::string> no_way_straight_back(InstanceRows&, ElementInstanceKey user_task, const WayBack&);
    /// The task that a return has just opened leads, once completed, to this element.
    void come_back_from(InstanceRows&, const std::string& opened, const std::string& to);

    // approvals.cpp
    /// By what right somebody acts, and for whom.
    struct Standing {
        Authority authority = Authority::Self;
        std::string actor;
        std::string principal;
        std::optional<SubstitutionKey> substitution;
        std::string address;
        std::string evidence;  ///< of a proxy entry
    };
    /// Whether somebody may decide on a task now: as its holder or a candidate, by authorizations, for somebody who is away, or as a
    /// deputy. `doing` is for the refusal: "completed".
    Outcome<Standing> standing(const Actor*, InstanceRows&, const UserTask&, std::string_view doing);
    /// The same where nobody has put the task on hold.
    Outcome<Standing> standing_whatever_holds(const Actor&, InstanceRows&, const UserTask&, std::string_view doing);
    std::optional<Standing> standing_for_others(const Actor&, const UserTask&, const bpmn::FlowNode&) const;
    /// Whether somebody may write down what another has said about a task.
    Outcome<Standing> standing_of_proxy(const ProxyEntry&, const Actor*, InstanceRows&, const UserTask&);
    /// The same whatever it is about: who types is known, the other is, and there is evidence.
    std::optional<Rejection> wrong_proxy(const ProxyEntry&, const Actor*);
    /// Somebody as far as the candidates of a task are concerned.
    Actor person_of(const std::string& username) const;
    /// Whose turn a task is: its assignee, else its candidates.
    std::vector<std::string> deciders_of(const UserTask&) const;
    Outcome<std::optional<Standing>> acting_decision(const Actor&, InstanceRows&, const UserTask&, const bpmn::FlowNode&);
    /// Whether the step's guard lets a deputy decide on this matter; Forbidden says that it doesn't.
    Outcome<bool> may_be_acted_on(InstanceRows&, const UserTask&, const bpmn::FlowNode&);
    /// Sends the message that starts the later inspection (後閲) of what was decided in somebody's absence, stead or name.
    void ask_for_later_inspection(InstanceRows&, const UserTask&, const ApprovalDecision&, const std::string& reader);
    /// Of a step to which its decider took the case up: the steps between that were skipped.
    std::vector<ApprovalDecision> skipped_before(const UserTask&, const std::string& decider, const std::vector<ApprovalDecision>& of_case) const;
    std::optional<Rejection> self_approval(const Actor&, InstanceRows&, const UserTask&, const bpmn::FlowNode&);
    bool is_away(const std::string& username) const;
    std::vector<std::string> circle_members(const std::string& group) const;
    const DirectoryRows& directory() const { return live_ ? live_->directory_ : directory_; }
    const bpmn::FlowNode& model_of(const UserTask&);
    struct Decided {
        std::string outcome, reason;
        const std::vector<ElementInstanceKey>* passed = nullptr;  ///< whose approvals a return takes back; null pointer: all of the case's
        std::optional<Instant> effective_at{};                    ///< absent: now
        std::string legal_basis{};                                ///< empty: that of the step
        std::vector<std::string> voids{}, restores{};             ///< beside what a return takes back
        std::optional<std::string> target{};                      ///< where a return goes, which step took the case up
        std::optional<Json> reckoning{};                          ///< of a period that is over
        std::optional<Json> edits{};                              ///< what the decider has changed of the case
    };
    /// Writes what was decided, and lets those read it who have to.
    void note_decision(InstanceRows&, const UserTask&, const Standing&, const Decided&);
    /// Writes the decision that the lapse of a period is (みなし承認, 6.14): of a timer whose event has `approval.deemed`, for the user tasks
    /// that it interrupts.
    void note_lapse(InstanceRows&, const Timer&);
    /// The instance of a user task, after the first timer that interrupts it was triggered where that is due: a decision that comes later is
    /// late, however many other timers are due.
    InstanceRows* instance_with_task(UserTaskKey);
    std::vector<ApprovalDecision> decisions_of(ProcessInstanceKey case_key);
    void name_person(const std::string& username, std::optional<std::string>& name, std::optional<std::string>& section,
                     std::optional<std::string>& post);
    feel::Context told_in_change(const Standing&) const;
    /// The timer's event, if its lapse is an approval.
    const bpmn::FlowNode* deemed_by(const Timer&);

    // document_versions.cpp
    /// SHA-256 of what is seen of the case from the task.
    std::string document_version(InstanceRows&, const UserTask&);
    /// What an answer to the task changes of the case, as far as the step may edit it (`approval.edit`); none: nothing.
    std::optional<Json> edits_of(InstanceRows&, const UserTask&, const feel::Context& answer);
    /// Why somebody can't decide on it with many others at once. `outcome`: empty where it isn't known yet.
    std::optional<Rejection> hindrance_in_bulk(const UserTask&, std::string_view outcome);

    // task_events.cpp
    TaskEventKey note_event(const UserTask&, TaskEventKind, const std::optional<std::string>& actor, TaskEvent told);
    /// A rejection while the task is on hold and neither held by `actor` nor by whom they act for.
    std::optional<Rejection> held_against(const UserTask&, const Actor&, const std::string& principal) const;
    void end_hold(UserTask&, const Actor*);

    // approvers.cpp
    /// An incident where a step of approval waits for a post of the directory that nobody holds, or only the applicant, who may not decide.
    void raise_if_nobody_can_act(InstanceRows&, UserTaskKey);
    /// Members of any kind; none: a group that the directory doesn't know, whose members are known elsewhere.
    std::optional<std::size_t> holders_of(const std::string& group) const;
    /// The post has got a first or second holder or lost one of two: incidents of the tasks that wait for it end or begin. Nothing where more hold it.
    void occupancy_changed(const std::string& group);
    /// The event of a timer has `approval.escalateTo`: the tasks at which it hangs are these groups', too (6.13).
    void widen_owners(InstanceRows&, const Timer&);

    // pull_backs.cpp
    /// By what right somebody takes back an act of `actor` for `principal`; none: it is no act of theirs.
    std::optional<Standing> standing_for_own(const Actor*, const std::string& actor, const std::string& principal, const std::string& process_id,
                                             bool is_filing) const;
    Outcome<Done> pull_back_task(InstanceRows&, const ApprovalDecision&, const PullBack&, const Standing&);
    Outcome<Done> pull_back_answer(InstanceRows&, const ElementInstance& run, const ApprovalDecision&, const PullBack&, const Standing&);
    /// Why an answer in an agreement that asks one after the other can't be taken back from whom it asks now.
    std::optional<std::string> hindrance_in_sequence(InstanceRows&, const ElementInstance& run, const ApprovalDecision&);
    Outcome<Done> pull_back_return(InstanceRows&, const ElementInstance& returned, const ApprovalDecision&, const PullBack&, const Standing&);
    Outcome<Done> pull_back_filing(InstanceRows&, const PullBack&, const Standing&);
    /// Why what has come of an act can't be taken away any more; `since`: the act's row.
    std::optional<std::string> hindrance(InstanceRows&, const ReturnPlan&, ElementInstanceKey own, ApprovalDecisionKey since);
    std::optional<std::string> decided_in(const ProcessInstance& called);
    std::optional<std::string> held_open_by(InstanceRows&, const UserTask&, ApprovalDecisionKey since);
    void note_pull_back(InstanceRows&, const ApprovalDecision&, const PullBack&, const Standing&);
    /// A user task also where it is over.
    std::optional<UserTask> user_task_row(InstanceRows&, UserTaskKey);
    /// The user task that was opened last at an element; null pointer: none waits there.
    const UserTask* newest_task(InstanceRows&, std::string_view element_id) const;
    void give_to(InstanceRows&, UserTaskKey, const std::string& assignee, const std::string& action, const std::string& by);

    // take_ups.cpp
    /// The steps that a case passes over when it is taken up to another.
    struct WayUp {
        const bpmn::FlowNode* target = nullptr;
        UserTask there;                             ///< as far as it is known whose it will be
        Standing by_right;                          ///< of who takes it up
        std::vector<const bpmn::FlowNode*> passed;  ///< the one where it lies first
    };
    /// To the step of this id, or to the first on the way that is theirs.
    Outcome<WayUp> way_up(InstanceRows&, const UserTask&, const std::string& target_id, const Actor*);
    /// What will be known of a step that lies ahead of a task; a text says what is wrong in its model.
    tl::expected<UserTask, std::string> task_ahead(InstanceRows&, const UserTask& from, const bpmn::FlowNode&);

    // instance_operations.cpp
    /// A rejection while the instance is suspended: what moves its tokens must wait.
    std::optional<Rejection> waits_for_resumption(const InstanceRows&, const std::string& command, const std::string& doing) const;
    /// The instance and all that it called, with what those called, that are not over.
    std::vector<InstanceRows*> with_called(InstanceRows& root);
    /// Those of them that are suspended are active again.
    std::vector<InstanceRows*> wake(InstanceRows& root);
    void index_waiting(InstanceRows&);
    void delete_rows_of(ProcessInstanceKey);

    // batch_operations.cpp
    void load_batch_operations();
    bool has_batch_items() const;
    Outcome<Done> carry_out_item(const BatchOperation&, const BatchOperationItem&);
    /// In which instance the item's subject is, as far as that is known.
    void note_where(BatchOperationItem&);
    void end_batch_item(BatchOperation&, BatchOperationItem, lifecycle::BatchOperationItemEvent, std::optional<std::string> why);
    Outcome<Done> resolve_all_incidents(ProcessInstanceKey);

    // calendars.cpp
    /// A set of calendars that was in force once, and the functions that ask it.
    struct KnownCalendars {
        CalendarVersionKey version;  ///< 0: those of the settings
        feel::FunctionLibrary functions;
    };
    void load_calendars();
    std::optional<CalendarVersion> newest_calendars();
    /// The newest first, the settings' where none is stored; not those before the last ten.
    const std::vector<KnownCalendars>& known_calendars();
    /// The texts with those left out filled in, as a version that isn't in force yet.
    Outcome<CalendarVersion> completed(const std::optional<std::string>& holidays, const std::optional<std::string>& service_hours);
    /// Calls `look(rows, deadlines that would move)` for at most `count_max` instances behind `after` that have deadlines by a calendar.
    /// Gives where to go on; none: that was all.
    template <class Look>
    std::optional<ProcessInstanceKey> look_at_deadlines(const feel::FunctionLibrary& by, ProcessInstanceKey after, std::size_t count_max, Look&& look);
    bool has_deadlines_by_calendar(ProcessDefinitionKey);
    void recompute_deadlines(std::size_t count_max);
    /// The next instance is left as it is.
    void pass_over_deadlines();
    void move_deadline(InstanceRows&, const MovedDeadline&, const CalendarVersion&);

    // table_commands.cpp
    using RowsById = std::map<std::string, DataTableRow>;
    class TablesAfter;
    /// Rows that stand, of these ids or all.
    RowsById standing_rows(const std::string& table_id, const std::vector<std::string>* only = nullptr);
    /// All tables, as the batch has them.
    std::map<std::string, DataTable> all_tables();
    /// Ends and begins rows, and makes the version. `version` is filled but for what comes of the differences.
    void put_table_version(DataTable&, const std::vector<RowDifference>&, RowsById& before, DataTableVersion version);
    Outcome<ChangeTable::Answer> change_table(const ChangeTable&, const Actor*, const Job* by, const ProcessInstance* of);
    /// What a completed job writes, or the first rejection.
    Outcome<Done> change_tables_of_job(const CompleteJob&, const Job&, const ProcessInstance&);

    // audit.cpp
    void load_audit();
    void trim_audit();
    template <class Row>
    void watch(AuditDraft&, Key<Row>, LiveRows<Row> InstanceRows::* kind);
    AuditDraft draft_of_task(UserTaskKey, AuditOperation);
    AuditDraft draft_of_deadline(const InstanceRows&, const MovedDeadline&);
    std::optional<AuditDraft> draft_of_job(JobKey, AuditOperation, bool is_workers);
    AuditDraft draft_of_instance(const InstanceRows*, std::int64_t key, AuditEntityType, AuditOperation);
    template <class Row>
    std::optional<Row> directory_row(const std::string& id);

    // directory_commands.cpp
    bool is_in_directory(RemoveDirectoryEntry::Kind, const std::string& id);

    // job_commands.cpp
    /// False: it has no retries.
    bool make_activatable(InstanceRows&, JobKey);
    void finish_job(InstanceRows&, JobKey);

    // process_commands.cpp
    /// As an ad-hoc sub-process takes them, or the rejection of the first that is wrong.
    Outcome<std::vector<AdHocActivation>> activations_of(InstanceRows&, ElementInstanceKey ad_hoc, const std::vector<AdHocElement>&);
    Outcome<Done> complete_leader(InstanceRows&, JobKey, const feel::Value& variables, const AdHocResult&);

    // listener_commands.cpp
    void change_task(InstanceRows&, UserTaskKey, JobListenerEventType, feel::Context values);
    Outcome<Done> check_task_listener(const Job&, const UserTask&, const TaskListenerResult&) const;
    Outcome<Done> complete_task_listener(InstanceRows&, JobKey, const TaskListenerResult&);
    void load_global_listeners();
    void sort_global_listeners();

    /// A scratch partition keeps nothing of what waits but asks the live one.
    std::size_t looked_up_max() const { return live_ ? 0 : settings_.waiting_in_memory_max; }

    Store& store_;
    const Clock& clock_;
    const EngineSettings& settings_;
    feel::FunctionLibrary functions_;
    feel::Surroundings surroundings_;
    std::vector<feel::Value> notes_;  ///< of functions, since the element that is being entered was
    Instant now_;
    std::optional<Deployed> own_deployed_;
    Deployed& deployed_;      ///< of a scratch partition: the live one's
    Partition* live_ = nullptr;  ///< of a scratch partition

    using Instances = std::unordered_map<ProcessInstanceKey, Held>;
    SpareInstanceRows spare_rows_;
    std::vector<Instances::node_type> spare_instances_;  ///< memory of instances that are over, for those to come
    std::list<ProcessInstanceKey> spare_used_;
    Instances instances_;
    std::list<ProcessInstanceKey> recently_used_;  ///< the latest first
    std::vector<ProcessInstanceKey> touched_, pending_;
    std::unordered_map<std::int64_t, ProcessInstanceKey> owners_;  ///< of jobs, user tasks, incidents and elements in memory
    std::map<std::int64_t, std::vector<ProcessInstanceKey>> called_;  ///< by call activity, those in memory
    /// Since the last commit: process id and correlation key -> the instance that was started by a message and runs; absent: it has ended.
    std::map<std::string, std::optional<ProcessInstanceKey>> started_by_message_;

    JobQueue job_queue_{store_, settings_.waiting_in_memory_max};
    DueTimers due_{settings_.waiting_in_memory_max};
    WaitingSubscriptions waiting_{looked_up_max()};
    WaitingSignals waiting_signals_{looked_up_max()};
    LiveRows<Message> messages_;
    std::map<TenantAndName, std::set<MessageKey>> messages_by_name_;
    std::set<std::pair<Instant, MessageKey>> expiring_;
    LiveRows<Timer> start_timers_;
    LiveRows<MessageSubscription> start_subscriptions_;
    LiveRows<SignalSubscription> start_signals_;
    LiveRows<EventOccurrence> start_occurrences_;
    std::vector<MessageSubscriptionKey> opened_;  ///< for which a buffered message may wait
    std::vector<PublishMessage> sent_;            ///< thrown within the engine, not delivered yet
    std::vector<TenantAndName> freed_;            ///< messages whose start events may take the next

    Overlay<Resource> resources_;
    Overlay<ProcessDefinition> process_definitions_;
    Overlay<DecisionRequirements> requirements_;
    Overlay<DecisionDefinition> decisions_;
    Overlay<Form> forms_;
    Overlay<CorrelatedMessage> correlated_;
    Overlay<DecisionInstance> decision_instances_;
    Overlay<Mail> mails_;
    Overlay<User> users_;
    Overlay<Session> sessions_;
    Overlay<Draft> drafts_;
    Overlay<BatchOperation> batch_operations_;
    Overlay<BatchOperationItem> batch_operation_items_;
    std::map<BatchOperationKey, std::deque<BatchOperationItemKey>> batch_items_;  ///< those that wait for their turn
    std::set<BatchOperationKey> suspended_batches_;
    OfEachRow<DeletedOfEach> deleted_rows_;  ///< of instances that are over, by the next commit
    std::set<ProcessInstanceKey> deleted_;
    Overlay<AccessToken> access_tokens_;
    Overlay<ServerSecret> server_secrets_;
    Overlay<CalendarVersion> calendar_versions_;
    Overlay<DeadlineChange> deadline_changes_;
    Overlay<DataTable> data_tables_;
    Overlay<DataTableRow> data_table_rows_;
    Overlay<DataTableVersion> data_table_versions_;
    std::vector<KnownCalendars> known_calendars_;  ///< once they were needed
    std::map<ProcessDefinitionKey, bool> has_deadlines_;
    std::optional<CalendarVersionKey> recomputing_;  ///< by these the open deadlines are recomputed
    Overlay<Document> documents_;
    Overlay<DocumentContent> document_contents_;
    DirectoryRows directory_;
    Overlay<AuditEntry> audit_entries_;
    Overlay<ApprovalDecision> approval_decisions_;
    Overlay<TaskEvent> task_events_;
    std::string last_audit_hash_;  ///< of the newest row, also of this batch
    Instant audit_trimmed_at_;
    std::map<std::string, std::int64_t> sequences_;
    Overlay<Sequence> changed_sequences_;
    std::int64_t next_key_ = first_key, committed_next_key_ = first_key;

    std::vector<GlobalListener> global_listeners_;  ///< in the order they are told in
    Overlay<GlobalListener> changed_global_listeners_;
    std::optional<UserTaskKey> begun_change_;
    std::set<UserTaskKey> awaited_changes_;
    std::map<UserTaskKey, Outcome<Done>> ended_changes_;

    std::set<ProcessInstanceKey> awaited_;
    std::map<ProcessInstanceKey, Ended> ended_;
    bool has_pending_mail_ = false;
    std::optional<Execution> execution_;
};

/// What only the answer tells of a command's audit row.
template <class Answer>
void note_answer(AuditEntry&, const Answer&) {}
void note_answer(AuditEntry&, const CreateProcessInstance::Answer&);
void note_answer(AuditEntry&, const DeployResources::Answer&);
void note_answer(AuditEntry&, const PutAuthorization::Answer&);
void note_answer(AuditEntry&, const PublishMessage::Answer&);
void note_answer(AuditEntry&, const CorrelateMessage::Answer&);
void note_answer(AuditEntry&, const BroadcastSignal::Answer&);
void note_answer(AuditEntry&, const EvaluateConditionals::Answer&);
void note_answer(AuditEntry&, const StartBatchOperation::Answer&);
void note_answer(AuditEntry&, const TakeMail::Answer&);
void note_answer(AuditEntry&, const AssignMail::Answer&);
void note_answer(AuditEntry&, const DefineTables::Answer&);
void note_answer(AuditEntry&, const ChangeTable::Answer&);

/// The jobs that an activation may be given.
JobQueue::Wanted wanted_jobs(const ActivateJobs&, const Actor*);

/// A rejection as a value to return.
inline tl::unexpected<Rejection> reject(Rejection::Code code, std::string text) {
    return tl::unexpected<Rejection>(Rejection{code, std::move(text)});
}

/// Camunda 8's wording for a thing that isn't there (any more).
tl::unexpected<Rejection> reject_not_found(std::string_view command, std::string_view doing, std::string_view what, std::int64_t key);

/// The variables of a command: a JSON object, or a rejection.
Outcome<feel::Value> variables_of(const Json&);

}  // namespace dandori::engine
