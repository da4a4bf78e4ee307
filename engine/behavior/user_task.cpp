// BPMN 2.0.2, 10.3.4.1 User Task, on the life cycle of WS-HumanTask; its members are Camunda 8's.
#include "engine/behavior/behavior.h"
#include "engine/behavior/compensation.h"
#include "engine/behavior/reckoning.h"
#include "engine/behavior/task_listeners.h"
#include "engine/behavior/user_task_owners.h"
#include "engine/behavior/variables.h"

namespace dandori::engine {
namespace {

/// Where expressions are evaluated: in the scope of a step, or with an item in front of it.
struct Sight {
    Step& step;
    const feel::Scope* scope = nullptr;

    feel::Value evaluate(const feel::Expression& expression) {
        return scope ? expression.evaluate(*scope, step.world().surroundings()).value : step.evaluate(expression);
    }
    feel::Value value(const TextOrExpression& source) { return source.expression ? evaluate(*source.expression) : feel::Value(source.text); }
    std::string what(std::string_view attribute) const { return step.what(attribute); }
};

Result<std::optional<std::string>> optional_text(Sight step, const TextOrExpression& source, std::string_view attribute) {
    if (source.is_empty()) return std::nullopt;
    const feel::Value value = step.value(source);
    if (value.is_null()) return std::nullopt;
    if (value.is_string()) return value.as_string().empty() ? std::nullopt : std::optional(value.as_string());
    if (value.is_number()) return value.as_number().to_text();
    return fail(Failure::Kind::ExtractValue, step.what(attribute) + " gave " + feel::to_literal(value) + "; a text is needed.");
}

/// A list of texts, or one text with commas.
Result<std::vector<std::string>> list_of_texts(Sight step, const TextOrExpression& source, std::string_view attribute) {
    std::vector<std::string> texts;
    if (source.is_empty()) return texts;
    const feel::Value value = step.value(source);
    if (value.is_null()) return texts;
    const auto wrong = [&] {
        return fail(Failure::Kind::ExtractValue, step.what(attribute) + " gave " + feel::to_literal(value) +
                                                     "; a list of texts is needed, or a text with commas.");
    };
    if (value.is_string()) {
        std::string_view rest = value.as_string();
        while (true) {
            const auto comma = rest.find(',');
            std::string_view one = rest.substr(0, comma);
            while (!one.empty() && one.front() == ' ') one.remove_prefix(1);
            while (!one.empty() && one.back() == ' ') one.remove_suffix(1);
            if (!one.empty()) texts.emplace_back(one);
            if (comma == std::string_view::npos) return texts;
            rest = rest.substr(comma + 1);
        }
    }
    if (!value.is_list()) return wrong();
    for (const feel::Value& item : value.as_list()) {
        if (item.is_null()) continue;
        if (!item.is_string()) return wrong();
        texts.push_back(item.as_string());
    }
    return texts;
}

Result<std::optional<Instant>> optional_time(Step& step, const TextOrExpression& source, std::string_view attribute) {
    if (source.is_empty()) return std::nullopt;
    const feel::Value value = TRY(step.value(source, attribute));
    if (value.is_null() || (value.is_string() && value.as_string().empty())) return std::nullopt;
    const auto instant = feel::to_instant(value, step.world().surroundings().zone);
    if (!instant) {
        return fail(Failure::Kind::ExtractValue,
                    step.what(attribute) + " gave " + feel::to_literal(value) + "; a date and time is needed.");
    }
    return instant;
}

/// Who a role of the standard means: texts `user(tanaka)` and `group(clerks)`; a bare one is a user who performs, else a group.
Result<void> take_role(Sight step, const CompiledRole& role, TaskOwners& owners, std::optional<std::string>& performer) {
    std::vector<std::string> names = TRY(list_of_texts(step, role.who, "resourceRole"));
    // A resource with parameters is the group of its name and their values: `buyers:Tokyo`.
    for (const feel::Expression& parameter : role.parameters) {
        const feel::Value value = step.evaluate(parameter);
        if (value.is_null()) return fail(Failure::Kind::ExtractValue, step.what("resourceParameterBinding") + " gave null; a value is needed.");
        for (std::string& name : names) name += ":" + feel::to_text(value);
    }
    for (const std::string& name : names) {
        const auto inner = [&](std::string_view kind) -> std::optional<std::string> {
            if (!name.starts_with(kind) || !name.ends_with(')')) return {};
            return name.substr(kind.size(), name.size() - kind.size() - 1);
        };
        const auto user = inner("user(");
        const auto group = inner("group(");
        if (role.performs && !group) {
            if (!performer) performer = user.value_or(name);
        } else if (user) {
            owners.candidate_users.push_back(*user);
        } else {
            owners.candidate_groups.push_back(group.value_or(name));
        }
    }
    return {};
}

struct OwnersByModel {
    TaskOwners of;
    std::optional<std::string> performer;  ///< by a role of the standard; nobody is told of it
};

Result<OwnersByModel> read_owners(Sight step) {
    const CompiledUserTask& model = *step.step.node().user_task;
    OwnersByModel owners;
    owners.of.assignee = TRY(optional_text(step, model.assignee, "assignee"));
    owners.of.candidate_groups = TRY(list_of_texts(step, model.candidate_groups, "candidateGroups"));
    owners.of.candidate_users = TRY(list_of_texts(step, model.candidate_users, "candidateUsers"));
    for (const CompiledRole& role : model.roles) TRY(take_role(step, role, owners.of, owners.performer));
    return owners;
}

Result<void> create(Step& step) {
    const CompiledUserTask& model = *step.node().user_task;
    UserTask task;
    OwnersByModel owners = TRY(read_owners({step}));
    task.assignee = std::move(owners.performer);
    task.candidate_groups = std::move(owners.of.candidate_groups);
    task.candidate_users = std::move(owners.of.candidate_users);
    const Reckoning reckoning(step.world().surroundings());
    task.due_date = TRY(optional_time(step, model.due_date, "dueDate"));
    if (task.due_date) task.reckoning = reckoning.json();
    task.follow_up_date = TRY(optional_time(step, model.follow_up_date, "followUpDate"));
    if (!model.priority.is_empty()) {
        const feel::Value priority = TRY(step.value(model.priority, "priority"));
        const auto number = priority.is_string()
                                ? (feel::Decimal::from_text(priority.as_string())
                                       ? feel::Decimal::from_text(priority.as_string())->to_integer()
                                       : std::nullopt)
                                : priority.to_integer();
        if (!number || *number < 0 || *number > 100) {
            return fail(Failure::Kind::ExtractValue,
                        step.what("priority") + " gave " + feel::to_literal(priority) + "; a whole number from 0 to 100 is needed.");
        }
        task.priority = static_cast<std::int32_t>(*number);
    }
    if (!model.form_id.is_empty()) {
        const std::string form_id = TRY(step.text(model.form_id, "formId"));
        task.form_key = TRY(step.world().form(form_id, model.form_binding, step.process().deployment_key));
    }
    task.external_form_reference = TRY(optional_text({step}, model.external_reference, "externalReference"));
    const ElementInstance& element = step.instance();
    const ProcessInstance& process = *step.rows().process();
    task.key = {step.world().next_key()};
    if (!step.model().name.empty()) task.name = step.model().name;
    task.element_id = element.element_id;
    task.process_definition_id = element.process_definition_id;
    task.creation_date = step.world().now();
    task.tenant_id = process.tenant_id;
    task.process_definition_version = process.process_definition_version;
    task.custom_headers = {model.headers};
    task.element_instance_key = step.key();
    task.process_name = process.process_definition_name;
    task.process_definition_key = process.process_definition_key;
    task.process_instance_key = process.key;
    task.root_process_instance_key = process.root_process_instance_key;
    task.tags = process.tags;
    const UserTaskKey key = task.key;
    step.rows().user_tasks.put(std::move(task));
    feel::Context values;
    if (owners.of.assignee) values.put("initialAssignee", *owners.of.assignee);
    begin_task_change(step.execution(), step.rows(), key, JobListenerEventType::Creating, std::move(values));
    return {};
}

/// A case that was returned here to come straight back goes there by no flow.
Result<void> leave_or_resume(Step& step) {
    const std::string resumes_at = resuming_at(step.instance());
    if (resumes_at.empty()) return leave_by_all_flows(step);
    step.enter(*step.process().find(resumes_at)->node, step.parent_scope());
    return {};
}

}  // namespace

namespace {

Result<TaskOwners> owners_in(Sight sight) {
    OwnersByModel owners = TRY(read_owners(sight));
    if (owners.performer) owners.of.assignee = std::move(owners.performer);
    return std::move(owners.of);
}

/// An item of a loop's list in front of the variables of its body.
class ItemScope : public feel::Scope {
  public:
    ItemScope(Step& body, const feel::Value& item) : around_(body.rows(), body.scope()), name_(body.node().multi_instance->input_element), item_(item) {}
    std::optional<feel::Value> find(std::string_view name) const override { return name == name_ ? std::optional(item_) : around_.find(name); }
    std::vector<std::string> names() const override { return around_.names(); }

  private:
    VariableScope around_;
    std::string name_;
    const feel::Value& item_;
};

}  // namespace

Result<TaskOwners> owners_of(Step& step) { return owners_in({step}); }

Result<TaskOwners> owners_for_item(Step& body, const feel::Value& item) {
    const ItemScope scope(body, item);
    return owners_in({body, &scope});
}

constinit const Behavior user_task{.activate = create, .complete = leave_or_resume};

}  // namespace dandori::engine
