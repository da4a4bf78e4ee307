// 版: which version of a case somebody decided on, what they changed of it, and whether it is still the one they saw (6.2, 6.18).

#include <array>

#include "bpmn/model/property.h"
#include "engine/behavior/variables.h"
#include "engine/feel/json.h"
#include "engine/identity/digest.h"
#include "engine/runtime/partition.h"
#include "engine/runtime/returns.h"

namespace dandori::engine {
namespace {

constexpr std::size_t looked_at_max = 50;  ///< and decided on, at once

/// What a decision says itself; no part of what is decided on.
constexpr std::array<std::string_view, 7> own_words{"outcome", "reason", "returnReason", "rejectReason", "opinion", "comment", "action"};

bool is_own_word(std::string_view name) { return std::ranges::find(own_words, name) != own_words.end(); }

/// The names in `fields:[a, b]`.
std::vector<std::string> named_fields(std::string text) {
    std::erase_if(text, [](char letter) { return letter == '[' || letter == ']' || letter == '"'; });
    return bpmn::words_between_commas(text);
}

}  // namespace

std::string Partition::document_version(InstanceRows& rows, const UserTask& task) {
    const bool is_there = rows.elements.find(task.element_instance_key);
    return sha256_hex(feel::to_json(visible_variables(rows, is_there ? scope_of(task.element_instance_key) : scope_of(rows.key))));
}

std::optional<Json> Partition::edits_of(InstanceRows& rows, const UserTask& task, const feel::Context& answer) {
    const bpmn::FlowNode& node = model_of(task);
    const bool is_correction = bpmn::property_of(node, "approval.step") == "correct";
    const std::string edit = bpmn::property_of(node, "approval.edit");
    const bool names_fields = edit.starts_with("fields:");
    if (!is_correction && !names_fields && edit != "all") return {};
    const auto fields = names_fields ? named_fields(edit.substr(7)) : std::vector<std::string>{};
    const ScopeKey scope = scope_of(task.element_instance_key);
    feel::List edits;
    for (const auto& [name, after] : answer.entries()) {
        if (names_fields ? std::ranges::find(fields, name) == fields.end() : is_own_word(name)) continue;
        const auto before = visible_variable(rows, scope, name);
        // What an approver adds is their own; what the applicant adds is part of the filing.
        if (!before && !names_fields && !is_correction) continue;
        if (before.value_or(feel::Value{}) == after) continue;
        feel::Context change;
        change.put("field", std::string(name));
        change.put("before", before.value_or(feel::Value{}));
        change.put("after", after);
        edits.push_back(feel::Value(std::move(change)));
    }
    if (edits.empty()) return {};
    return Json{feel::to_json(feel::Value(std::move(edits)))};
}

std::optional<Rejection> Partition::hindrance_in_bulk(const UserTask& task, std::string_view outcome) {
    if (bpmn::property_of(model_of(task), "approval.bulk") != "true") {
        return Rejection{Rejection::Code::Forbidden, "'" + task.element_id + "' is decided one by one: its 'approval.bulk' is not 'true'. Open it."};
    }
    if (!outcome.empty() && !is_approval(outcome) && outcome != "reviewed") {
        return Rejection{Rejection::Code::InvalidArgument, "Many at once can only be approved, not '" + std::string(outcome) + "': each of these needs its own reason. Open it."};
    }
    return {};
}

Outcome<LookAtUserTasks::Answer> Partition::execute(const LookAtUserTasks& command, const Actor* actor) {
    if (command.keys.size() > looked_at_max) {
        return reject(Rejection::Code::InvalidArgument, std::to_string(command.keys.size()) + " user tasks are named; at most " + std::to_string(looked_at_max) + " are decided on at once.");
    }
    LookAtUserTasks::Answer answer;
    for (const UserTaskKey key : command.keys) {
        LookAtUserTasks::Seen& seen = answer.tasks.emplace_back();
        seen.key = key;
        InstanceRows* rows = instance_with(key);
        const UserTask* task = rows ? rows->user_tasks.find(key) : nullptr;
        if (!task || !is_of_tenant(actor, task->tenant_id) || !may(actor, *task, Permission::Read, Permission::ReadUserTask)) {
            seen.hindrance = Rejection{Rejection::Code::NotFound, "There is no open user task '" + std::to_string(key.value) + "' that you may read."};
            continue;
        }
        seen.document_version = document_version(*rows, *task);
        seen.hindrance = hindrance_in_bulk(*task, "");
        if (!seen.hindrance) {
            if (const auto by_right = standing(actor, *rows, *task, "completed"); !by_right) seen.hindrance = by_right.error();
        }
        feel::Context fields;
        for (const std::string& name : bpmn::words_between_commas(bpmn::property_of(model_of(*task), "approval.mustSee")))
            fields.put(name, visible_variable(*rows, scope_of(task->element_instance_key), name).value_or(feel::Value{}));
        seen.fields.text = feel::to_json(feel::Value(std::move(fields)));
    }
    return answer;
}

}  // namespace dandori::engine
