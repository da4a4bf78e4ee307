// What people do to one process instance from outside.
#include "adapters/rest/instance_operations.h"

#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

using engine::ModifyProcessInstance;
using engine::MoveInstruction;

Result<std::vector<engine::VariableInstruction>> read_variable_instructions(Body& body) {
    std::vector<engine::VariableInstruction> instructions;
    for (auto& each : TRY(body.objects("variableInstructions"))) {
        if (!each.find("variables"))
            return fail(Failure::Kind::Syntax, "'" + each.full_name("variables") + "' is missing; an object is needed.");
        engine::VariableInstruction instruction;
        instruction.variables = TRY(each.object_text("variables"));
        instruction.scope_id = TRY(each.text("scopeId")).value_or("");
        TRY(each.nothing_else());
        instructions.push_back(std::move(instruction));
    }
    return instructions;
}

/// Clients of Camunda 8 write -1 where there is none.
Result<std::optional<engine::ScopeKey>> read_ancestor(Body& body) {
    const auto key = TRY(body.key<engine::ScopeKey>("ancestorElementInstanceKey"));
    return key && key->value > 0 ? key : std::nullopt;
}

/// Exactly one of the two members says what is meant.
Result<engine::ElementSource> read_source(Body& body, std::string_view id_name, std::string_view key_name) {
    engine::ElementSource source;
    source.element_id = TRY(body.text(id_name)).value_or("");
    source.key = TRY(body.key<engine::ElementInstanceKey>(key_name));
    if (source.element_id.empty() != source.key.has_value()) {
        return fail(Failure::Kind::Syntax, "Exactly one of '" + body.full_name(id_name) + "' and '" + body.full_name(key_name) + "' is needed.");
    }
    return source;
}

Result<void> read_ancestor_scope(Body& scope, MoveInstruction& move) {
    const auto type = TRY(scope.required_text("ancestorScopeType"));
    if (type == "direct") {
        move.ancestor_kind = MoveInstruction::Ancestor::Direct;
        move.ancestor = TRY(read_ancestor(scope));
        if (!move.ancestor) {
            return fail(Failure::Kind::Syntax, "'" + scope.full_name("ancestorElementInstanceKey") + "' is missing; the type 'direct' needs it.");
        }
    } else if (type == "inferred") {
        move.ancestor_kind = MoveInstruction::Ancestor::Inferred;
    } else if (type == "sourceParent") {
        move.ancestor_kind = MoveInstruction::Ancestor::SourceParent;
    } else {
        return fail(Failure::Kind::Syntax, "'" + scope.full_name("ancestorScopeType") + "' is '" + type +
                                               "', but must be 'direct', 'inferred' or 'sourceParent'.");
    }
    return scope.nothing_else();
}

Result<MoveInstruction> read_move(Body& body) {
    MoveInstruction move;
    auto source = TRY(body.object("sourceElementInstruction"));
    if (!source) return fail(Failure::Kind::Syntax, "'" + body.full_name("sourceElementInstruction") + "' is missing; an object is needed.");
    const auto type = TRY(source->required_text("sourceType"));
    if (type != "byId" && type != "byKey") {
        return fail(Failure::Kind::Syntax, "'" + source->full_name("sourceType") + "' is '" + type + "', but must be 'byId' or 'byKey'.");
    }
    move.source = TRY(read_source(*source, "sourceElementId", "sourceElementInstanceKey"));
    if (move.source.key.has_value() != (type == "byKey")) {
        return fail(Failure::Kind::Syntax, "'" + source->full_name("sourceType") + "' is '" + type + "', which needs '" +
                                               (type == "byKey" ? "sourceElementInstanceKey" : "sourceElementId") + "'.");
    }
    TRY(source->nothing_else());
    move.target_element_id = TRY(body.required_text("targetElementId"));
    if (auto scope = TRY(body.object("ancestorScopeInstruction"))) TRY(read_ancestor_scope(*scope, move));
    move.variables = TRY(read_variable_instructions(body));
    TRY(body.nothing_else());
    return move;
}

Result<void> modify(Call& call) {
    ModifyProcessInstance command;
    command.key = TRY(call.key<engine::ProcessInstanceKey>("processInstanceKey"));
    auto body = TRY(call.body());
    for (auto& each : TRY(body.objects("activateInstructions"))) {
        ModifyProcessInstance::Activation activation;
        activation.element_id = TRY(each.required_text("elementId"));
        activation.ancestor = TRY(read_ancestor(each));
        activation.variables = TRY(read_variable_instructions(each));
        TRY(each.nothing_else());
        command.activations.push_back(std::move(activation));
    }
    for (auto& each : TRY(body.objects("moveInstructions"))) command.moves.push_back(TRY(read_move(each)));
    for (auto& each : TRY(body.objects("terminateInstructions"))) {
        command.terminations.push_back(TRY(read_source(each, "elementId", "elementInstanceKey")));
        TRY(each.nothing_else());
    }
    TRY(body.accept_reference());
    TRY(body.nothing_else());
    call.submit_done("MODIFY", std::move(command));
    return {};
}

Result<void> migrate(Call& call) {
    engine::MigrateProcessInstance command;
    command.key = TRY(call.key<engine::ProcessInstanceKey>("processInstanceKey"));
    auto body = TRY(call.body());
    command.plan = TRY(read_migration_plan(body));
    TRY(body.accept_reference());
    TRY(body.nothing_else());
    call.submit_done("MIGRATE", std::move(command));
    return {};
}

/// A command that needs no more than the key in the path.
template <class Command>
Result<void> operate(Call& call, std::string_view intent) {
    const auto key = TRY(call.key<engine::ProcessInstanceKey>("processInstanceKey"));
    auto body = TRY(call.body());
    TRY(body.accept_reference());
    TRY(body.nothing_else());
    call.submit_done(intent, Command{key});
    return {};
}

Result<void> pull_back(Call& call) {
    engine::PullBack command;
    command.key = TRY(call.key<engine::ProcessInstanceKey>("processInstanceKey"));
    auto body = TRY(call.body());
    command.reason = TRY(body.text("reason")).value_or("");
    TRY(body.nothing_else());
    call.submit_done("PULL_BACK", std::move(command));
    return {};
}

Result<void> suspend(Call& call) { return operate<engine::SuspendProcessInstance>(call, "SUSPEND"); }
Result<void> resume(Call& call) { return operate<engine::ResumeProcessInstance>(call, "RESUME"); }
Result<void> delete_instance(Call& call) { return operate<engine::DeleteProcessInstance>(call, "DELETE"); }

}  // namespace

Result<engine::MigrationPlan> read_migration_plan(Body& body) {
    engine::MigrationPlan plan;
    const auto target = TRY(body.key<engine::ProcessDefinitionKey>("targetProcessDefinitionKey"));
    if (!target) return fail(Failure::Kind::Syntax, "'" + body.full_name("targetProcessDefinitionKey") + "' is missing; a key is needed.");
    plan.target = *target;
    for (auto& each : TRY(body.objects("mappingInstructions"))) {
        auto source = TRY(each.required_text("sourceElementId"));
        plan.mappings.push_back({std::move(source), TRY(each.required_text("targetElementId"))});
        TRY(each.nothing_else());
    }
    if (plan.mappings.empty()) {
        return fail(Failure::Kind::Syntax, "'" + body.full_name("mappingInstructions") +
                                               "' is missing; a list of objects with 'sourceElementId' and 'targetElementId' is needed.");
    }
    return plan;
}

std::vector<Route> instance_operation_routes() {
    return {{"POST", "/process-instances/{processInstanceKey}/modification", may_modify, modify, Takes::Json, tried},
            {"POST", "/process-instances/{processInstanceKey}/pull-back", Who::Admitted, pull_back, Takes::Json, tried, "/api"},
            {"POST", "/process-instances/{processInstanceKey}/migration", may_modify, migrate, Takes::Json, tried},
            {"POST", "/process-instances/{processInstanceKey}/suspension", may_modify, suspend, Takes::Json, tried},
            {"POST", "/process-instances/{processInstanceKey}/resumption", may_modify, resume, Takes::Json, tried},
            {"POST", "/process-instances/{processInstanceKey}/deletion", who_may(engine::ResourceType::ProcessDefinition, engine::Permission::DeleteProcessInstance),
             delete_instance, Takes::Json, tried}};
}

}  // namespace dandori::rest
