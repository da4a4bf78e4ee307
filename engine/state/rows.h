#pragma once
// The one list of all kinds of rows. A new kind is a struct in engine/state and a line here; stores and searches follow.

#include <variant>

#include "engine/state/access_token.h"
#include "engine/state/approval_decision.h"
#include "engine/state/audit.h"
#include "engine/state/authorization.h"
#include "engine/state/batch_operation.h"
#include "engine/state/calendar_version.h"
#include "engine/state/cluster_variable.h"
#include "engine/state/compensation.h"
#include "engine/state/condition.h"
#include "engine/state/data_table.h"
#include "engine/state/deadline_change.h"
#include "engine/state/decision_instance.h"
#include "engine/state/definition.h"
#include "engine/state/directory.h"
#include "engine/state/document.h"
#include "engine/state/element_instance.h"
#include "engine/state/event_occurrence.h"
#include "engine/state/global_listener.h"
#include "engine/state/identity.h"
#include "engine/state/incident.h"
#include "engine/state/job.h"
#include "engine/state/loop_value.h"
#include "engine/state/mail.h"
#include "engine/state/message.h"
#include "engine/state/process_instance.h"
#include "engine/state/sequence.h"
#include "engine/state/server_secret.h"
#include "engine/state/signal.h"
#include "engine/state/task_event.h"
#include "engine/state/timer.h"
#include "engine/state/token.h"
#include "engine/state/user_task.h"
#include "engine/state/variable.h"

namespace dandori::engine {

/// `Of<Row>...` for every kind of row, in the order in which they are written.
template <template <class...> class Of>
using OfEachRow = Of<Resource, ProcessDefinition, DecisionRequirements, DecisionDefinition, Form, ProcessInstance,
                     ElementInstance, Token, Variable, Job, UserTask, Timer, Message, MessageSubscription, CorrelatedMessage,
                     SignalSubscription, ConditionalSubscription, EventOccurrence, Compensable, Incident, Mail, User, Session, Draft,
                     Sequence, LoopValue, GlobalListener, DecisionInstance, BatchOperation, BatchOperationItem, UserGroup, Role, Tenant,
                     MappingRule, Membership, Authorization, AccessToken, ClusterVariable, Document, DocumentContent, AuditEntry, Substitution,
                     ApprovalDecision, ServerSecret, CalendarVersion, DeadlineChange, DataTable, DataTableRow, DataTableVersion, TaskEvent>;

/// Any one row.
using AnyRow = OfEachRow<std::variant>;

/// Calls `visit.template operator()<Row>()` for each kind of row.
template <class Visit>
constexpr void for_each_row_kind(Visit&& visit) {
    [&]<class... Row>(std::type_identity<std::variant<Row...>>) {
        (visit.template operator()<Row>(), ...);
    }(std::type_identity<AnyRow>{});
}

/// The type of a row's primary key: its first field.
template <class Row>
using PrimaryKey = typename FieldAt<Row>::Value;

template <class Row>
const PrimaryKey<Row>& primary_key(const Row& row) {
    constexpr auto member = field_at<Row>().member;
    return row.*member;
}

}  // namespace dandori::engine
