#pragma once
// What was decided on a step of a case, by whom and by what right (判断記録).

#include "engine/state/process_instance.h"
#include "engine/state/substitution.h"

namespace dandori::engine {

/// By what right somebody acted: 本人, 代理, 代決, 代行入力, 引上げ, 管理者, 規則.
enum class Authority { Self, Substitute, ActingDecision, ProxyEntry, TakenUp, Administrator, Rule };
template <>
inline constexpr std::string_view names_of<Authority>[] = {"self", "substitute", "acting_decision", "proxy_entry", "taken_up", "administrator", "rule"};

using ApprovalDecisionKey = Key<struct ApprovalDecision>;

/// A row is added once and never changed. A later one may void it by naming its key in `voids`, or restore it; whether a decision
/// holds follows from the rows behind it. Names and posts are those of the moment: a transfer doesn't rewrite history.
struct ApprovalDecision {
    ApprovalDecisionKey key;
    ProcessInstanceKey case_key;  ///< the root process instance
    std::optional<std::string> case_no;
    ProcessInstanceKey process_instance_key;
    std::string process_definition_id;
    std::string tenant_id{"<default>"};
    std::string element_id;
    ElementInstanceKey element_instance_key;
    UserTaskKey user_task_key;
    std::int32_t round = 1;        ///< +1 with each filing anew
    std::string document_version;  ///< SHA-256 of the case's variables as they were seen
    std::optional<std::int32_t> version_number;  ///< 版 of what was decided on, from 1; who edits decides on what they made of it
    std::optional<Json> edits;     ///< what the actor changed, which made this version: `[{"field": .., "before": .., "after": ..}]`
    std::string outcome;           ///< `approved`, `returned` ...: as the step's form names it
    Authority authority = Authority::Self;
    std::string actor_id;
    std::optional<std::string> actor_name, actor_section, actor_post;
    std::string principal_id;      ///< the same as the actor where somebody acts for themselves
    std::optional<std::string> principal_name, principal_section, principal_post;
    std::optional<SubstitutionKey> substitution_key;
    std::string reason;
    Instant decided_at;
    Instant effective_at;
    std::optional<std::string> legal_basis;
    std::optional<std::string> client_address;
    std::vector<std::string> voids, restores;  ///< keys of earlier rows of the case
    std::optional<std::string> target_element_id;  ///< where a return went, or which step took the case up
    std::optional<std::string> evidence;  ///< of a proxy entry: by what the one who types knows what was decided
    std::optional<Json> reckoning;        ///< of a period that is over: `{"periods": [..]}`, each day counted or not and why
    std::string previous_hash;  ///< of the case's row before; empty for the first
    std::string hash;           ///< over all of the above

    static constexpr std::string_view table = "approval_decision";
    static constexpr auto fields() {
        using R = ApprovalDecision;
        return Fields{field("decisionKey", &R::key),
                      field("caseKey", &R::case_key, FieldUse::Indexed),
                      field("caseNo", &R::case_no),
                      field("processInstanceKey", &R::process_instance_key, FieldUse::Indexed),
                      field("processDefinitionId", &R::process_definition_id),
                      field("tenantId", &R::tenant_id),
                      field("elementId", &R::element_id),
                      field("elementInstanceKey", &R::element_instance_key),
                      field("userTaskKey", &R::user_task_key),
                      field("round", &R::round),
                      field("documentVersion", &R::document_version),
                      field("versionNumber", &R::version_number),
                      field("edits", &R::edits),
                      field("outcome", &R::outcome),
                      field("authority", &R::authority),
                      field("actorId", &R::actor_id, FieldUse::Indexed),
                      field("actorName", &R::actor_name),
                      field("actorSection", &R::actor_section),
                      field("actorPost", &R::actor_post),
                      field("principalId", &R::principal_id, FieldUse::Indexed),
                      field("principalName", &R::principal_name),
                      field("principalSection", &R::principal_section),
                      field("principalPost", &R::principal_post),
                      field("substitutionKey", &R::substitution_key),
                      field("reason", &R::reason),
                      field("decidedAt", &R::decided_at),
                      field("effectiveAt", &R::effective_at),
                      field("legalBasis", &R::legal_basis),
                      field("clientAddress", &R::client_address),
                      field("voids", &R::voids),
                      field("restores", &R::restores),
                      field("targetElementId", &R::target_element_id),
                      field("evidence", &R::evidence),
                      field("reckoning", &R::reckoning),
                      field("previousHash", &R::previous_hash),
                      field("hash", &R::hash)};
    }
    bool operator==(const ApprovalDecision&) const = default;
};

}  // namespace dandori::engine
