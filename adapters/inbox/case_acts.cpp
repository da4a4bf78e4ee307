#include "adapters/inbox/case_acts.h"

#include <algorithm>
#include <array>

#include "adapters/inbox/case_rights.h"

namespace dandori::inbox {
namespace {

constexpr std::array all_acts{CaseAct::Withdraw, CaseAct::Stop};

bool waits_for(engine::Reader& reader, const engine::ProcessInstance& instance, std::string_view message) {
    auto query = engine::Query{}.where_equals("processInstanceKey", instance.key);
    query.where_equals("messageName", std::string(message));
    query.where_equals("messageSubscriptionState", engine::MessageSubscriptionState::Created);
    return !engine::find<engine::MessageSubscription>(reader, query.first(1)).rows.empty();
}

bool is_of_the_section(const engine::Actor& actor) {
    return std::any_of(actor.groups.begin(), actor.groups.end(),
                       [](const auto& group) { return group.starts_with("ward_is."); });
}

}  // namespace

std::string_view name_of(CaseAct act) { return act == CaseAct::Withdraw ? "withdrawal" : "stop"; }

std::optional<CaseAct> case_act_of(std::string_view name) {
    for (const auto act : all_acts)
        if (name_of(act) == name) return act;
    return std::nullopt;
}

std::string_view message_of(CaseAct act) { return act == CaseAct::Withdraw ? "withdraw" : "work-stop"; }

std::string_view doer_variable(CaseAct act) { return act == CaseAct::Withdraw ? "withdrawnBy" : "stoppedBy"; }

std::string_view reason_variable(CaseAct act) { return act == CaseAct::Withdraw ? "withdrawReason" : "stopReason"; }

std::vector<CaseAct> possible_acts(engine::Reader& reader, const Accounts& accounts,
                                   const std::optional<engine::Actor>& actor, const engine::ProcessInstance& instance) {
    std::vector<CaseAct> acts;
    if (instance.state != engine::InstanceState::Active || !instance.business_id) return acts;
    const bool may_all = is_of_the_desk(actor) || has_asked_for(reader, accounts, *actor, instance);
    for (const auto act : all_acts) {
        const bool may = may_all || (act == CaseAct::Stop && is_of_the_section(*actor));
        if (may && waits_for(reader, instance, message_of(act))) acts.push_back(act);
    }
    return acts;
}

}  // namespace dandori::inbox
