#include "adapters/documents/approvals.h"

#include <algorithm>

namespace dandori::documents {
namespace {

using engine::ApprovalDecision;
using engine::Authority;

bool is_approving(std::string_view outcome) {
    return outcome == "approved" || outcome == "approved_with_conditions" || outcome == "agreed" || outcome == "agreed_with_opinion" ||
           outcome == "deemed_approved" || outcome == "passed";
}

std::string joined(const std::string& before, const std::string& after, std::string_view between) {
    return before + (before.empty() || after.empty() ? "" : std::string(between)) + after;
}

/// Section and post as people write them.
struct Office {
    std::string section, post;
};

/// An account's section may be the code of its party (`ward_is`); its post then begins with the section's name.
Office office_of(const std::optional<std::string>& section, const std::optional<std::string>& post) {
    Office office{section.value_or(""), post.value_or("")};
    const auto blank = office.post.rfind(' ');
    if (blank != std::string::npos) return {office.post.substr(0, blank), office.post.substr(blank + 1)};
    const bool is_code = std::all_of(office.section.begin(), office.section.end(), [](char c) { return c >= ' ' && c <= '~'; }) ||
                         office.section.find('/') != std::string::npos;
    if (is_code) office.section.clear();
    return office;
}

std::string person(const std::optional<std::string>& section, const std::optional<std::string>& post,
                   const std::optional<std::string>& name, const std::string& id) {
    const auto office = office_of(section, post);
    return joined(joined(office.section, office.post, " "), name && !name->empty() ? *name : id, "\n");
}

std::string actor_of(const ApprovalDecision& one) {
    if (one.authority == Authority::Rule) return "（期間満了）";
    return person(one.actor_section, one.actor_post, one.actor_name, one.actor_id);
}

std::string principal_name(const ApprovalDecision& one) {
    return one.principal_name && !one.principal_name->empty() ? *one.principal_name : one.principal_id;
}

/// By what right, where it wasn't one's own.
std::string right_of(const ApprovalDecision& one) {
    switch (one.authority) {
        case Authority::Self: return "";
        case Authority::Substitute: return "代理（" + principal_name(one) + "）";
        case Authority::ActingDecision: return "代決（" + principal_name(one) + "）";
        case Authority::ProxyEntry: return "代行入力（" + principal_name(one) + "）";
        case Authority::TakenUp: return "引上げ";
        case Authority::Administrator: return "管理者";
        case Authority::Rule: return "みなし";
    }
    return "";
}

std::string remark_on(const Approval& approval) {
    auto text = joined(right_of(approval.decision), approval.decision.reason, "\n");
    if (approval.decision.legal_basis) text = joined(text, "根拠 " + *approval.decision.legal_basis, "\n");
    return approval.holds ? text : joined(text, "（取り消された）", "\n");
}

Value value_of(std::string text) { return {std::move(text), {}, {}}; }

Seal seal_of(const ApprovalDecision& one) {
    const auto date = worker::stamp_date(worker::tokyo_time_of(one.effective_at));
    if (one.authority == Authority::Rule) return {"みなし承認", date, "期間満了", "", true};
    auto name = one.actor_name && !one.actor_name->empty() ? *one.actor_name : one.actor_id;
    for (const std::string_view blank : {" ", "　"}) name = name.substr(0, name.find(blank));  // the family's name
    Seal seal{office_of(one.actor_section, one.actor_post).section, date, std::move(name), "", false};
    if (one.authority == Authority::Substitute || one.authority == Authority::ProxyEntry) seal.mark = "代";
    if (one.authority == Authority::ActingDecision) seal.mark = "代決";
    return seal;
}

bool seals(const Approval& approval) { return approval.holds && is_approving(approval.decision.outcome); }

}  // namespace

Table approval_history(const std::vector<Approval>& approvals, const std::string& empty, worker::Years years) {
    Table table{{{"日時", 2.7}, {"手順", 2.7}, {"判断", 1.5, Align::Center}, {"判断した者", 2.6}, {"区分・理由", 3.5}}, {}, empty, true};
    for (const auto& one : approvals) {
        const auto time = worker::tokyo_time_of(one.decision.effective_at);
        table.rows.push_back({{worker::japanese_time(time, years), {}, time},
                              value_of(one.step_name),
                              value_of(one.outcome_words),
                              value_of(actor_of(one.decision)),
                              value_of(remark_on(one))});
    }
    return table;
}

Seals seals_of(const SealsTemplate& wanted, const std::vector<Approval>& approvals) {
    Seals found;
    for (const auto& box : wanted.boxes) {
        const auto is_of_box = [&](const Approval& one) {
            return seals(one) && std::find(box.steps.begin(), box.steps.end(), one.decision.element_id) != box.steps.end();
        };
        const auto last = std::find_if(approvals.rbegin(), approvals.rend(), is_of_box);
        found.boxes.push_back({box.label, last == approvals.rend() ? std::nullopt : std::optional(seal_of(last->decision))});
    }
    if (!wanted.boxes.empty()) return found;
    for (const auto& one : approvals) {
        if (!seals(one)) continue;
        const auto post = office_of(one.decision.principal_section, one.decision.principal_post).post;
        found.boxes.push_back({post.empty() ? one.outcome_words : post, seal_of(one.decision)});
    }
    return found;
}

}  // namespace dandori::documents
