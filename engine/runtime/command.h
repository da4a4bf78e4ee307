#pragma once
// Everything that can be asked of the engine, as values. Names are Camunda 8's operations; each command names its answer.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "engine/state/actor.h"
#include "engine/state/rows.h"

namespace dandori::engine {

/// Why a command was not carried out. Nothing was changed. `text` says the state found and the one needed.
struct Rejection {
    /// Named as Camunda 8's rejection codes; adapters/rest makes 400, 401/403, 404, 409, 409, 503, 504 and 500 of them.
    enum class Code { InvalidArgument, Forbidden, NotFound, InvalidState, AlreadyExists, ResourceExhausted, Unavailable, Timeout, Internal };
    Code code = Code::Internal;
    std::string text;
    bool operator==(const Rejection&) const = default;
};

template <class Answer>
using Outcome = tl::expected<Answer, Rejection>;

struct Done {
    bool operator==(const Done&) const = default;
};

// --- deployment

/// Deploys files in one step or refuses all of them, with every fault in the rejection's text, one a line.
struct DeployResources {
    struct File {
        std::string name;  ///< its suffix tells the kind: .bpmn .dmn .form, else a generic resource
        std::string content;
    };
    std::vector<File> files;
    std::string tenant_id{default_tenant};
    struct Answer {
        DeploymentKey deployment_key;
        std::vector<std::variant<ProcessDefinition, DecisionDefinition, DecisionRequirements, Form, Resource>> deployed;
    };
};

/// Deletes a definition by the key of what was deployed (process definition, decision requirements, form, resource).
/// Running instances go on.
struct DeleteResource {
    std::int64_t key = 0;
    using Answer = Done;
};

// --- process instances

/// 代行入力: somebody types for another who has said it by phone, on paper or by mail. The other reads it afterwards and may object.
struct ProxyEntry {
    std::string principal;  ///< username of who said it
    std::string evidence;   ///< not blank: how the one who types knows
};

struct CreateProcessInstance {
    std::optional<ProcessDefinitionKey> process_definition_key;  ///< this, or the id and version below
    std::string process_definition_id;
    std::int32_t version = -1;  ///< -1 = the latest
    Json variables;             ///< a JSON object
    std::vector<std::string> tags;
    std::optional<std::string> business_id;
    std::vector<std::string> start_elements;  ///< begin there instead of at the start event
    std::vector<std::string> end_after;       ///< the instance is terminated once one of these elements has ended
    bool await_completion = false;
    std::int64_t request_timeout_ms = 0;       ///< with await_completion; 0 = ten seconds
    std::vector<std::string> fetch_variables;  ///< with await_completion; empty = all
    std::string tenant_id{default_tenant};     ///< whose definition is meant; of one that is named by its key, it is checked
    std::optional<std::string> trace_parent{};  ///< `traceparent` of the request
    bool is_by_start_form = false;  ///< sent from the start form: then the property `starters` is enough of an authorization
    std::optional<ProxyEntry> proxy{};  ///< the principal is the applicant: variable `applicant`
    struct Answer {
        ProcessInstance instance;
        Json variables;  ///< with await_completion: the variables at its end
    };
};

struct CancelProcessInstance {
    ProcessInstanceKey key;
    std::optional<std::string> reason;
    using Answer = Done;
};

/// Stops an instance, and all that it called, where it is; Resume lets it go on and makes up for what fell due meanwhile.
struct SuspendProcessInstance {
    ProcessInstanceKey key;
    using Answer = Done;
};

struct ResumeProcessInstance {
    ProcessInstanceKey key;
    using Answer = Done;
};

/// Deletes what is left of an instance that is over, and of those it called. Mails stay.
struct DeleteProcessInstance {
    ProcessInstanceKey key;
    using Answer = Done;
};

/// Variables for a scope that a modification finds or makes: the element itself or one around it by its id; empty: the process.
struct VariableInstruction {
    Json variables;
    std::string scope_id;
};

/// What of an element instance is meant: all that is active of an element, or one.
struct ElementSource {
    std::string element_id;                   ///< this, or
    std::optional<ElementInstanceKey> key{};  ///< this
};

/// Ends tokens and lets another in their place.
struct MoveInstruction {
    ElementSource source;
    std::string target_element_id;
    /// Where the target runs. Found: in the only scope of its kind, or a new one; Direct: in `ancestor`; SourceParent: in the
    /// scope the source runs in; Inferred: in the innermost scope around the source that is also around the target.
    enum class Ancestor { Found, Direct, Inferred, SourceParent } ancestor_kind = Ancestor::Found;
    std::optional<ScopeKey> ancestor{};
    std::vector<VariableInstruction> variables{};
};

/// Lets tokens in and takes tokens out, anywhere, in one step.
struct ModifyProcessInstance {
    ProcessInstanceKey key;
    struct Activation {
        std::string element_id;
        std::optional<ScopeKey> ancestor{};  ///< absent: the only scope of its kind, or a new one
        std::vector<VariableInstruction> variables{};
    };
    std::vector<Activation> activations;
    std::vector<MoveInstruction> moves;
    std::vector<ElementSource> terminations;
    using Answer = Done;
};

/// Which element of another version an element becomes. Sequence flows may be mapped, too; those of the same id needn't.
struct MappingInstruction {
    std::string source_element_id;
    std::string target_element_id;
};

struct MigrationPlan {
    ProcessDefinitionKey target;
    std::vector<MappingInstruction> mappings;
};

/// Lets an instance go on by another definition.
struct MigrateProcessInstance {
    ProcessInstanceKey key;
    MigrationPlan plan;
    using Answer = Done;
};

/// Sets variables at a scope: exactly there (`local`), or each where it exists going upward, else at the root.
struct SetVariables {
    ScopeKey scope;
    Json variables;
    bool local = false;
    using Answer = Done;
};

// --- jobs

/// A job as it is handed to a worker.
struct ActivatedJob {
    Job job;
    std::int32_t process_definition_version = 1;
    Json variables;
    std::vector<std::string> tags;
    std::optional<std::string> trace_parent;
    std::optional<UserTask> user_task;            ///< of a task listener: the task as it will be
    std::vector<std::string> changed_attributes;  ///< of it, by their wire names
};

/// Hands out jobs: of higher priority first, then oldest first. Waits while there are none, at most `request_timeout_ms`; a negative number = don't wait.
struct ActivateJobs {
    std::string type;
    std::string worker;
    std::int64_t timeout_ms = 0;  ///< how long the worker has each job
    std::size_t count_max = 1;
    std::vector<std::string> fetch_variables;  ///< empty = all that are visible from the element
    std::int64_t request_timeout_ms = -1;
    std::vector<std::string> tenant_ids{std::string(default_tenant)};
    std::shared_ptr<const std::function<bool()>> still_wanted;  ///< asked before handing out; false = the client has gone
    struct Answer {
        std::vector<ActivatedJob> jobs;
    };
};

/// What a listener to a user task says of the change it was told of.
struct TaskListenerResult {
    bool is_denied = false;  ///< only where somebody asked for the change: assigning, updating, completing
    std::optional<std::string> denied_reason;
    std::optional<std::string> assignee;  ///< corrections: absent = leave, empty = clear
    std::optional<std::optional<Instant>> due_date;
    std::optional<std::optional<Instant>> follow_up_date;
    std::optional<std::vector<std::string>> candidate_users;
    std::optional<std::vector<std::string>> candidate_groups;
    std::optional<std::int32_t> priority;
};

/// An element of an ad-hoc sub-process to activate.
struct AdHocElement {
    std::string element_id;
    Json variables;  ///< local to the inner instance it runs in
};

/// What the worker that leads an ad-hoc sub-process has decided.
struct AdHocResult {
    std::vector<AdHocElement> activate;
    bool is_completion_condition_fulfilled = false;
    bool is_cancel_remaining_instances = false;
};

/// What becomes of one row of a table.
struct RowChange {
    /// Put: it is there afterwards; Add: it must not have been there (AlreadyExists), Change: it must (NotFound). Remove: it must, too.
    enum class Act { Put, Add, Change, Remove } act = Act::Put;
    Json cells;          ///< an object; columns without a member stay as they are, null clears
    std::string row_id;  ///< of the row that is meant; empty: by the key columns among the cells
};

/// Changes to the rows of one table, all or none.
struct TableChange {
    std::string table_id;
    std::vector<RowChange> rows;
    std::string reason;
    std::optional<std::int32_t> seen_version{};  ///< InvalidState when it is no longer the newest
};

/// Completes a job. Mails that the worker made go to the outbox, rows into tables in the same step; the tables' definitions name the
/// processes that may write there.
struct CompleteJob {
    JobKey key;
    Json variables;
    std::vector<Mail> mails;
    std::variant<std::monostate, TaskListenerResult, AdHocResult> result = {};  ///< fits the job's kind, or nothing
    std::vector<TableChange> table_changes{};
    using Answer = Done;
};

struct FailJob {
    JobKey key;
    std::int32_t retries = 0;  ///< 0 = an incident
    std::string error_message;
    std::int64_t retry_back_off_ms = 0;
    Json variables;
    using Answer = Done;
};

/// Reports a BPMN error; caught by an error event in the model, else an incident.
struct ThrowJobError {
    JobKey key;
    std::string error_code;
    std::optional<std::string> error_message;
    Json variables;
    using Answer = Done;
};

struct UpdateJob {
    JobKey key;
    std::optional<std::int32_t> retries;
    std::optional<std::int64_t> timeout_ms;  ///< new deadline = now + this
    using Answer = Done;
};

// --- user tasks

struct AssignUserTask {
    UserTaskKey key;
    std::string assignee;
    bool allow_override = true;
    std::optional<std::string> action;
    using Answer = Done;
};

struct UnassignUserTask {
    UserTaskKey key;
    using Answer = Done;
};

struct UpdateUserTask {
    UserTaskKey key;
    std::optional<std::optional<Instant>> due_date;  ///< absent = leave, present and empty = clear
    std::optional<std::optional<Instant>> follow_up_date;
    std::optional<std::vector<std::string>> candidate_users;
    std::optional<std::vector<std::string>> candidate_groups;
    std::optional<std::int32_t> priority;
    std::optional<std::string> action;
    using Answer = Done;
};

struct CompleteUserTask {
    UserTaskKey key;
    Json variables;
    std::optional<std::string> action;
    std::optional<ProxyEntry> proxy{};  ///< on steps that decide only where `approval.proxyEntry` is `allowed`
    /// With many others at once (一括承認): refused where the step's `approval.bulk` isn't `true`, where the outcome is no approval, and where
    /// the case isn't as it was seen any more.
    struct InBulk {
        std::string document_version;  ///< as LookAtUserTasks gave it
    };
    std::optional<InBulk> in_bulk{};
    using Answer = Done;
};

/// What somebody needs to see before they decide on many tasks at once. Nothing is changed.
struct LookAtUserTasks {
    std::vector<UserTaskKey> keys;  ///< at most 50
    struct Seen {
        UserTaskKey key;
        std::string document_version;    ///< SHA-256 of the case's variables
        std::optional<Rejection> hindrance;  ///< why it can't be decided in bulk by who asks
        Json fields;                     ///< what the step's `approval.mustSee` names, a JSON object
    };
    struct Answer {
        std::vector<Seen> tasks;  ///< in the order asked for; `hindrance` is NotFound where there is none
    };
};

/// Puts a task on hold (保留): for whose it is. Nobody else acts on it then. No period stops.
struct HoldUserTask {
    UserTaskKey key;
    std::string reason;             ///< not blank
    std::optional<Instant> until;   ///< when it ends by itself
    using Answer = Done;
};

/// Ends a hold before its time: for who holds it, and for who may update the task, which is then somebody else's doing.
struct ReleaseUserTask {
    UserTaskKey key;
    using Answer = Done;
};

/// Asks people about a task (相談). They may read the case from then on, and answer; the decision stays where it is.
struct ConsultOnUserTask {
    UserTaskKey key;
    std::vector<std::string> people;  ///< usernames, not one's own
    std::string question;             ///< not blank
    struct Answer {
        TaskEventKey key;
    };
};

struct AnswerConsultation {
    TaskEventKey question;
    std::string text;  ///< not blank
    struct Answer {
        TaskEventKey key;
    };
};

/// Asks one more in an agreement whose members are being asked (承認者の追加). For whose one of its open tasks is.
struct AddApprover {
    UserTaskKey key;     ///< any open task of the agreement
    std::string member;  ///< JSON: an item as those of the list of the agreement are
    std::string reason;  ///< may be empty
    using Answer = Done;
};

/// Hands a case back to a step that it has passed, as far as the model says nothing of it (差戻し). What `plan_return`
/// (behavior/lineage.h) finds on the way is taken back: first activities with compensation are undone, the latest first, then the
/// tokens move, in one step. `approval.returnTo` of the task says where it may go; a step with `approval.irreversible` that nothing
/// undoes is not passed over.
struct ReturnUserTask {
    UserTaskKey key;
    std::string target_element_id;  ///< a user task of the process, or of one that calls it
    std::string reason;             ///< not blank; `returnReason` of the process from then on, with `outcome` "returned"
    Json variables;                 ///< set as a completion sets them
    bool resumes_here = false;      ///< from there straight back to this step: what was approved between stays (R1 only)
    using Answer = Done;
};

/// Takes back what the one who asks did last in a case, as long as nobody has gone on from there (引戻し): their completion of a user
/// task, their return of one, or their filing, which goes to the process's step of correction. The step is opened to them again; what
/// came of it is taken away. `approval.pullBack` of the steps that wait says how long.
struct PullBack {
    ProcessInstanceKey key;  ///< of the case, or of what it has called
    std::string reason;      ///< may be empty
    using Answer = Done;
};

/// Takes a case that lies at a lower step up to one's own (引上げ). The steps between must be such that may be read afterwards
/// (`approval.deferrable`); they are written down as skipped, and once it is decided whose they were gets it to read (後閲).
struct TakeUpUserTask {
    UserTaskKey key;                ///< where it lies
    std::string target_element_id;  ///< empty: the first step on the way that is theirs
    std::string reason;             ///< may be empty
    using Answer = Done;
};

// --- messages

/// Publishes a message, kept for `time_to_live_ms`. Camunda 8's rule: one correlation per process id.
struct PublishMessage {
    std::string name;
    std::string correlation_key;
    std::int64_t time_to_live_ms = 0;
    std::optional<std::string> message_id;
    Json variables;
    std::string tenant_id{default_tenant};
    struct Answer {
        MessageKey key;
        std::vector<ProcessInstanceKey> correlated;  ///< to these instances, at once
    };
};

/// Correlates now or is refused (NotFound).
struct CorrelateMessage {
    std::string name;
    std::string correlation_key;
    Json variables;
    std::string tenant_id{default_tenant};
    struct Answer {
        MessageKey key;
        ProcessInstanceKey process_instance_key;
    };
};

// --- signals

/// Gives a signal to everything that waits for it now, and starts what it starts.
struct BroadcastSignal {
    std::string name;
    Json variables;
    std::string tenant_id{default_tenant};
    struct Answer {
        std::int64_t key = 0;  ///< of the signal
    };
};

// --- conditions

/// Starts an instance for each conditional start event whose condition holds for these variables; they become the instance's.
struct EvaluateConditionals {
    std::optional<ProcessDefinitionKey> process_definition_key;  ///< only of this one; absent: of the newest of each process
    Json variables;                                              ///< a JSON object
    std::string tenant_id{default_tenant};                       ///< whose processes
    struct Answer {
        std::int64_t key = 0;  ///< of the evaluation
        std::vector<ProcessInstance> started;
    };
};

// --- ad-hoc sub-processes

/// Activates elements of an ad-hoc sub-process that is active.
struct ActivateAdHocElements {
    ElementInstanceKey ad_hoc_key;
    std::vector<AdHocElement> elements;
    bool cancel_remaining = false;  ///< end what is active in it first
    using Answer = Done;
};

// --- global listeners

/// Sets up a listener to the user tasks of all processes, or replaces it. Changes that are under way keep the listeners they
/// began with.
struct PutGlobalListener {
    GlobalListener listener;
    bool must_be_new = false;  ///< AlreadyExists where there is one of this id; else NotFound where there is none
    using Answer = GlobalListener;
};

struct DeleteGlobalListener {
    std::string id;
    using Answer = Done;
};

// --- decisions

/// Evaluates a decision and keeps how (DecisionInstance). One that fails is evaluated all the same: the answer says why.
struct EvaluateDecision {
    std::optional<DecisionDefinitionKey> key;  ///< this, or the newest with the id below
    std::string id;
    Json variables;
    std::string tenant_id{default_tenant};
    struct Answer {
        DecisionDefinition definition;
        std::vector<DecisionInstance> instances;  ///< what was required first, the one asked for last
        Json output;
        std::optional<std::string> failed_decision_id;
        std::optional<std::string> failure;
    };
};

/// Deletes what is kept of one evaluation.
struct DeleteDecisionEvaluation {
    DecisionEvaluationKey key;
    using Answer = Done;
};

// --- incidents

struct ResolveIncident {
    IncidentKey key;
    using Answer = Done;
};

// --- batch operations

/// The same for many instances (or evaluations of decisions), carried out bit by bit between other commands. The type says what; `migration` and `moves` say
/// how, where it needs to be said.
struct StartBatchOperation {
    BatchOperationType type = BatchOperationType::CancelProcessInstance;
    std::vector<ProcessInstanceKey> instances;
    std::optional<MigrationPlan> migration{};
    std::vector<MoveInstruction> moves{};
    std::vector<DecisionEvaluationKey> evaluations{};  ///< in place of instances: what DeleteDecisionInstance deletes
    struct Answer {
        BatchOperation operation;
    };
};

struct ChangeBatchOperation {
    BatchOperationKey key;
    enum class Change { Cancel, Suspend, Resume } change = Change::Cancel;
    using Answer = Done;
};

// --- mail

/// Takes one mail: its row, and the message it becomes. A mail whose Message-ID is known is taken once: the answer is the row
/// of the first time. Without `publish` and without a case in the row it lies in the tray.
struct TakeMail {
    Mail mail;  ///< without key; `state`, `process_instance_key` and `case_number` are filled by the engine
    std::optional<PublishMessage> publish;
    bool keep_without_case = false;  ///< where no case takes it: Taken all the same, not in the tray (bounces, newsletters)
    std::vector<Mail> replies;       ///< acknowledgements to send with it
    struct Answer {
        Mail mail;
        bool is_known = false;  ///< its Message-ID had been taken before
    };
};

/// Gives a mail of the tray to a case, or lets it start one by a message.
struct AssignMail {
    MailKey key;
    std::optional<ProcessInstanceKey> process_instance_key;
    std::optional<PublishMessage> publish;
    struct Answer {
        Mail mail;
    };
};

/// Reports how sending a pending mail went; Failed also of one that was sent and has come back. What fails opens an incident on its case.
struct ReportMailSending {
    MailKey key;
    enum class Result { Sent, TryAgain, Failed } result = Result::Sent;
    std::optional<Instant> next_attempt_at;  ///< with TryAgain
    std::optional<std::string> reason;
    using Answer = Done;
};

// --- people

/// Writes or removes a row that has no life in the engine: what an account counts, sessions, access tokens, drafts, the server's own
/// secrets. The caller has checked the right to.
struct PutRow {
    std::variant<User, Session, Draft, AccessToken, ServerSecret> row;
    bool only_if_absent = false;  ///< AlreadyExists instead of replacing
    using Answer = Done;
};

struct RemoveRow {
    enum class Table { Session, Draft, AccessToken } table = Table::Session;
    std::string id;
    using Answer = Done;
};

// --- identity: who is there and may do what. See engine/identity.

/// Writes the default roles, groups and authorizations into a store that has no role yet.
struct SetUpDirectory {
    using Answer = Done;
};

/// Adds a person, group, role, tenant or mapping rule (`is_new`; AlreadyExists), or changes what is said about one (NotFound). Of a
/// person without a password hash the password stays as it is.
struct PutDirectoryEntry {
    std::variant<User, UserGroup, Role, Tenant, MappingRule> entry;
    bool is_new = true;
    std::vector<std::string> groups;  ///< of a new person; those that aren't there are added
    bool is_first = false;            ///< the first person of all, who becomes an administrator; Forbidden where there is anybody
    using Answer = Done;
};

/// Removes one, with its memberships, members and authorizations; of a person the sessions and access tokens, too.
struct RemoveDirectoryEntry {
    enum class Kind { User, Group, Role, Tenant, MappingRule } kind = Kind::User;
    std::string id;
    using Answer = Done;
};

/// Puts somebody into a group, role or tenant, or takes them out. AlreadyExists or NotFound when it is so already.
struct ChangeMembership {
    Membership membership;
    bool is_removed = false;
    using Answer = Done;
};

/// Adds an authorization (without a key), or changes the one of this key.
struct PutAuthorization {
    Authorization authorization;
    struct Answer {
        AuthorizationKey key;
    };
};

struct RemoveAuthorization {
    AuthorizationKey key;
    using Answer = Done;
};

// --- cluster variables

/// Adds a variable (`is_new`; AlreadyExists) or gives it another value (NotFound).
struct PutClusterVariable {
    ClusterVariable variable;  ///< its id is made here
    bool is_new = true;
    using Answer = Done;
};

struct RemoveClusterVariable {
    std::optional<std::string> tenant_id;  ///< absent: the global one
    std::string name;
    using Answer = Done;
};

// --- documents

struct PutDocument {
    Document document;  ///< AlreadyExists when its id is taken
    Bytes content;
    using Answer = Done;
};

struct RemoveDocument {
    std::string id;
    using Answer = Done;
};

// --- calendars

/// Puts other calendars in force, or those that are once more with another yes. Open deadlines that come from a calendar are then
/// recomputed bit by bit between other commands: those that become later move, those that become earlier only where it is allowed.
struct PutCalendars {
    std::optional<std::string> holidays, service_hours;  ///< the texts of holidays.csv and service_hours.csv; absent: as they are
    CalendarOrigin origin = CalendarOrigin::Request;
    bool allow_earlier = false;
    std::vector<std::string> allow_earlier_for{};  ///< keys of the timers and user tasks that may be due earlier
    struct Answer {
        CalendarVersion version;
        bool is_new = true;  ///< false: the same were in force already
    };
};

/// Looks which deadlines these calendars would move; nothing is changed. By those in force: what was kept back.
struct PreviewCalendars {
    std::optional<std::string> holidays, service_hours;  ///< absent: as they are
    ProcessInstanceKey after;                            ///< only instances behind this one
    struct Answer {
        std::vector<DeadlineChange> changes;     ///< without keys
        std::optional<ProcessInstanceKey> next;  ///< look on behind this one; absent: that was all
    };
};

// --- tables

/// Takes tables from files: new ones with the rows of their files; of those that are there the definitions, where these differ. A file of
/// rows that differs from the one taken before is only offered. All or none; every fault is in the rejection's text, one a line.
struct DefineTables {
    struct Table {
        Json definition;
        std::vector<Json> rows;  ///< objects, as the file has them
        std::string file;        ///< the text of the rows' file; empty: there is none
    };
    std::vector<Table> tables;
    struct Answer {
        std::vector<std::string> added, redefined, offered;  ///< ids
    };
};

/// What a change does to a row.
struct RowDifference {
    std::string row_id;                       ///< afterwards; of one that is removed, before
    std::optional<std::string> id_before{};   ///< where its key changes
    std::optional<Json> before, after;  ///< cells; absent: the row isn't there
};

/// Why a row can't be so, for people: what was found, what is needed, how to mend it.
struct TableProblem {
    enum class Kind { Value, Reference, IsThere, IsNotThere } kind = Kind::Value;
    std::string row_id;
    std::string column;  ///< empty: the row as a whole
    std::string ja, en;
};

/// Changes rows of a table, which makes its next version; what changes nothing makes none.
struct ChangeTable {
    TableChange change;
    DataTableOrigin origin = DataTableOrigin::Person;
    bool are_all = false;                        ///< rows that aren't named are removed
    bool settles_offer = false;                  ///< what the processes folder offers is taken or declined with this
    bool is_preview = false;                     ///< nothing is changed; problems are told in the answer
    struct Answer {
        DataTable table;  ///< as it is afterwards
        std::vector<RowDifference> differences;
        std::vector<TableProblem> problems;  ///< of a preview; else they are a rejection
    };
};

// --- who acts for whom

/// Says who acts for somebody while they are away. For oneself; for others whoever may update users. Not in the past.
struct CreateSubstitution {
    std::string principal;  ///< empty: whoever asks
    std::vector<std::string> substitutes;
    Instant from, until;
    std::vector<std::string> process_definition_ids;
    SubstitutionActs acts = SubstitutionActs::Both;
    std::string reason;
    struct Answer {
        Substitution substitution;
        std::vector<std::string> warnings;  ///< what it doesn't do though one might think so
    };
};

/// Ends one before its time.
struct RevokeSubstitution {
    SubstitutionKey key;
    using Answer = Done;
};

/// Any command.
using CommandBody =
    std::variant<DeployResources, DeleteResource, CreateProcessInstance, CancelProcessInstance, SetVariables, ActivateJobs,
                 CompleteJob, FailJob, ThrowJobError, UpdateJob, AssignUserTask, UnassignUserTask, UpdateUserTask,
                 CompleteUserTask, ReturnUserTask, PullBack, TakeUpUserTask, LookAtUserTasks, HoldUserTask, ReleaseUserTask, ConsultOnUserTask,
                 AnswerConsultation, AddApprover, PublishMessage, CorrelateMessage, BroadcastSignal, EvaluateConditionals, ActivateAdHocElements,
                 PutGlobalListener, DeleteGlobalListener, EvaluateDecision, DeleteDecisionEvaluation, ResolveIncident, TakeMail,
                 AssignMail, ReportMailSending, SuspendProcessInstance, ResumeProcessInstance, DeleteProcessInstance,
                 ModifyProcessInstance, MigrateProcessInstance, StartBatchOperation, ChangeBatchOperation, PutRow, RemoveRow,
                 SetUpDirectory, PutDirectoryEntry, RemoveDirectoryEntry, ChangeMembership, PutAuthorization, RemoveAuthorization,
                 PutClusterVariable, RemoveClusterVariable, PutDocument, RemoveDocument, CreateSubstitution, RevokeSubstitution, PutCalendars,
                 PreviewCalendars, DefineTables, ChangeTable>;

}  // namespace dandori::engine
