#pragma once
// Numbers we give to rows. Text the modeller gave is an id and stays a std::string.

#include <compare>
#include <cstdint>
#include <functional>

namespace dandori::engine {

/// The number of one row; the type says which kind of row, so that kinds can't be mixed up. 0 is never given.
template <class What>
struct Key {
    using Row = What;
    std::int64_t value = 0;
    auto operator<=>(const Key&) const = default;
    explicit operator bool() const { return value != 0; }
};

using DeploymentKey = Key<struct Deployment>;
using ResourceKey = Key<struct Resource>;
using ProcessDefinitionKey = Key<struct ProcessDefinition>;
using DecisionRequirementsKey = Key<struct DecisionRequirements>;
using DecisionDefinitionKey = Key<struct DecisionDefinition>;
using FormKey = Key<struct Form>;
using ProcessInstanceKey = Key<struct ProcessInstance>;
using ElementInstanceKey = Key<struct ElementInstance>;
using TokenKey = Key<struct Token>;
using VariableKey = Key<struct Variable>;
using JobKey = Key<struct Job>;
using UserTaskKey = Key<struct UserTask>;
using TimerKey = Key<struct Timer>;
using MessageKey = Key<struct Message>;
using MessageSubscriptionKey = Key<struct MessageSubscription>;
using IncidentKey = Key<struct Incident>;
using DecisionInstanceKey = Key<struct DecisionInstance>;
using DecisionEvaluationKey = Key<struct DecisionEvaluation>;
using MailKey = Key<struct Mail>;
using BatchOperationKey = Key<struct BatchOperation>;
using BatchOperationItemKey = Key<struct BatchOperationItem>;
/// Whatever a batch operation does something to; the operation's type tells what it is.
using BatchSubjectKey = Key<struct BatchSubject>;
using AuthorizationKey = Key<struct Authorization>;
using AuditLogKey = Key<struct AuditEntry>;

/// Where variables live: the process instance itself or one element instance in it (the two never share a number).
using ScopeKey = Key<struct Scope>;
inline ScopeKey scope_of(ProcessInstanceKey key) { return {key.value}; }
inline ScopeKey scope_of(ElementInstanceKey key) { return {key.value}; }

/// Keys begin at 2^51, the first number of partition 1 in Camunda 8, because people and older clients expect that size.
inline constexpr std::int64_t first_key = std::int64_t{1} << 51;

}  // namespace dandori::engine

template <class What>
struct std::hash<dandori::engine::Key<What>> {
    std::size_t operator()(dandori::engine::Key<What> key) const noexcept { return std::hash<std::int64_t>{}(key.value); }
};
