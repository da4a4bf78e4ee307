#include "adapters/documents/stored_records.h"

#include <algorithm>
#include <set>

#include "adapters/worker/deployed_file.h"
#include "bpmn/bpmn.h"
#include "bpmn/model/property.h"

namespace dandori::documents {
namespace {

using engine::Query;

constexpr std::size_t decisions_max = 1'000;

/// `approved=承認,returned=差戻し`
std::map<std::string, std::string> read_outcomes(const std::string& text) {
    std::map<std::string, std::string> words;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find(',', from), text.size());
        const auto one = text.substr(from, end - from);
        if (const auto equals = one.find('='); equals != std::string::npos)
            words.emplace(one.substr(one.find_first_not_of(" \n\t"), equals - one.find_first_not_of(" \n\t")), one.substr(equals + 1));
        from = end + 1;
    }
    return words;
}

/// Where the step's file doesn't say.
std::string plain_words(const std::string& outcome) {
    static const std::map<std::string, std::string> known{
        {"approved", "承認"}, {"approved_with_conditions", "条件付承認"}, {"deemed_approved", "みなし承認"}, {"returned", "差戻し"},
        {"rejected", "却下"}, {"agreed", "同意"}, {"pulled_back", "引戻し"}};
    const auto found = known.find(outcome);
    return found == known.end() ? outcome : found->second;
}

}  // namespace

Result<DocumentTemplate> StoredRecords::template_of(const std::string& id) {
    if (!worker::is_file_id(id)) return fail(Failure::Kind::ResourceNotFound, "'" + id.substr(0, 100) + "' is no id of a document template.");
    const auto file = id + ".ja.json";
    if (const auto resource = worker::newest_file(reader_, file)) return read_template(id, resource->content.value);
    return fail(Failure::Kind::ResourceNotFound,
                "Document template '" + id + "' is not deployed; a file documents/" + file + " is needed.");
}

const std::map<std::string, StoredRecords::OutcomeWords>& StoredRecords::words_of(engine::ProcessDefinitionKey key) {
    if (const auto known = words_.find(key); known != words_.end()) return known->second;
    auto& words = words_[key];
    const auto definition = engine::get<engine::ProcessDefinition>(reader_, key);
    const auto resource = definition ? engine::get<engine::Resource>(reader_, definition->resource_key) : std::nullopt;
    if (!resource) return words;
    const auto read = bpmn::read(resource->content.value, resource->name);
    const auto* process = read.definitions ? read.definitions->find_as<bpmn::Process>(definition->id) : nullptr;
    if (!process) return words;
    for (const auto& node : process->nodes) {
        if (const auto outcomes = bpmn::property_of(node, "approval.outcomes"); !outcomes.empty())
            words.emplace(node.id, read_outcomes(outcomes));
    }
    return words;
}

std::vector<Approval> StoredRecords::approvals_of(const engine::Job& job) {
    const auto case_key = job.root_process_instance_key.value_or(job.process_instance_key);
    const auto query = Query{}.where_equals("caseKey", case_key).sorted_by("decisionKey").first(decisions_max);
    std::vector<Approval> approvals;
    std::set<std::string> voided;
    for (auto& row : engine::find<engine::ApprovalDecision>(reader_, query).rows) {
        for (const auto& key : row.voids) voided.insert(key);
        for (const auto& key : row.restores) voided.erase(key);
        Approval one{std::move(row), "", "", true};
        const auto element = engine::get<engine::ElementInstance>(reader_, one.decision.element_instance_key);
        one.step_name = element && !element->element_name.empty() ? element->element_name : one.decision.element_id;
        if (element) {
            const auto& words = words_of(element->process_definition_key);
            const auto step = words.find(one.decision.element_id);
            if (step != words.end() && step->second.contains(one.decision.outcome)) one.outcome_words = step->second.at(one.decision.outcome);
        }
        if (one.outcome_words.empty()) one.outcome_words = plain_words(one.decision.outcome);
        approvals.push_back(std::move(one));
    }
    for (auto& one : approvals) one.holds = !voided.contains(std::to_string(one.decision.key.value));
    return approvals;
}

std::optional<std::string> StoredRecords::form_of(const std::string& id) {
    const auto query = Query{}.where_equals("formId", id).sorted_by("version", true).first(1);
    auto found = engine::find<engine::Form>(reader_, query).rows;
    if (found.empty()) return std::nullopt;
    return std::move(found.front().schema);
}

Instant StoredRecords::begin_of(const engine::Job& job) {
    const auto element = engine::get<engine::ElementInstance>(reader_, job.element_instance_key);
    return element ? element->start_date : job.creation_time;
}

}  // namespace dandori::documents
