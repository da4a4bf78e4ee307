// Files become definitions, all of them or none.

#include <boost/json.hpp>

#include "engine/behavior/timing.h"
#include "engine/identity/digest.h"
#include "engine/lifecycle/advance.h"
#include "engine/runtime/partition.h"
#include "engine/runtime/rights.h"

namespace dandori::engine {
namespace {

bool ends_with(std::string_view name, std::string_view suffix) { return name.size() > suffix.size() && name.ends_with(suffix); }

/// One file on its way, read and found without fault.
struct ReadFile {
    const DeployResources::File* file = nullptr;
    std::string checksum;
    std::vector<std::shared_ptr<Executable>> processes;
    std::shared_ptr<const dmn::Model> model;
    std::string form_id;
    std::string resource_id;  ///< of another file, where it says its own
    std::optional<std::string> version_tag;
};

class Reading {
  public:
    explicit Reading(const std::vector<DeployResources::File>& files) : files_(files) {}

    std::vector<ReadFile> read() {
        std::vector<ReadFile> all;
        for (const auto& file : files_) {
            ReadFile one;
            one.file = &file;
            one.checksum = sha256_hex(file.content);
            if (ends_with(file.name, ".bpmn") || ends_with(file.name, ".bpmn20.xml")) read_bpmn(one);
            else if (ends_with(file.name, ".dmn")) read_dmn(one);
            else if (ends_with(file.name, ".form")) read_form(one);
            else if (ends_with(file.name, ".rpa")) read_script(one);
            all.push_back(std::move(one));
        }
        return all;
    }

    bool has_errors() const { return has_errors_; }
    std::string text() const {
        std::string text = "Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to deploy new resources, but encountered the following errors:";
        for (const bpmn::Problem& problem : problems_) text += "\n" + to_string(problem);
        return text;
    }

  private:
    void note(std::vector<bpmn::Problem> problems) {
        for (bpmn::Problem& problem : problems) {
            if (problem.severity != bpmn::Problem::Severity::Error) continue;
            has_errors_ = true;
            problems_.push_back(std::move(problem));
        }
    }
    void note(const DeployResources::File& file, std::string what, std::string mend) {
        note({bpmn::Problem{file.name, 0, "", std::move(what), std::move(mend)}});
    }

    void read_bpmn(ReadFile& one) {
        auto result = bpmn::read(one.file->content, one.file->name);
        note(result.problems);
        if (!result.definitions) return;
        note(bpmn::check(*result.definitions));
        bool any = false;
        for (const bpmn::Process& process : result.definitions->processes) {
            if (!process.is_executable) continue;
            any = true;
            std::vector<bpmn::Problem> problems;
            if (auto executable = compile(result.definitions, process, problems)) one.processes.push_back(std::move(executable));
            note(std::move(problems));
        }
        if (!any) note(*one.file, "It holds no executable process.", "Set isExecutable=\"true\" on the process that shall run.");
    }

    void read_dmn(ReadFile& one) {
        std::vector<dmn::Source> others;
        for (const auto& file : files_) {
            if (&file != one.file && ends_with(file.name, ".dmn")) others.push_back({file.content, file.name});
        }
        auto result = dmn::read(one.file->content, one.file->name, others);
        note(result.problems);
        one.model = result.model;
    }

    /// The `id` of a file that is a JSON object, and its `versionTag`, if any; empty where it has been noted why not.
    std::string read_id(ReadFile& one, const std::string& kind, const std::string& writer) {
        boost::system::error_code error;
        const auto parsed = boost::json::parse(one.file->content, error);
        if (error || !parsed.is_object()) {
            note(*one.file, "It is no " + kind + ": " + (error ? error.message() : std::string("a JSON object is needed")) + ".",
                 "Deploy the JSON of " + writer + ".");
            return {};
        }
        const auto* id = parsed.as_object().if_contains("id");
        if (!id || !id->is_string() || id->as_string().empty()) {
            note(*one.file, "The " + kind + " has no id.", "Give it an \"id\".");
            return {};
        }
        const auto* tag = parsed.as_object().if_contains("versionTag");
        if (tag && tag->is_string() && !tag->as_string().empty()) one.version_tag = tag->as_string().c_str();
        return id->as_string().c_str();
    }

    void read_form(ReadFile& one) { one.form_id = read_id(one, "form", "form-js"); }
    void read_script(ReadFile& one) { one.resource_id = read_id(one, "RPA script", "the modeler"); }

    const std::vector<DeployResources::File>& files_;
    std::vector<bpmn::Problem> problems_;
    bool has_errors_ = false;
};

}  // namespace

Outcome<DeployResources::Answer> Partition::execute(const DeployResources& command, const Actor* actor) {
    if (!may(actor, ResourceType::Resource, Permission::Create, any_resource))
        return tl::unexpected(insufficient(Permission::Create, ResourceType::Resource));
    const std::string& tenant = command.tenant_id;
    if (!is_of_tenant(actor, tenant)) return tl::unexpected(not_of_tenant(tenant));
    if (command.files.empty()) return reject(Rejection::Code::InvalidArgument, "There is no file to deploy.");
    for (const auto& file : command.files) {
        const auto same = [&](const auto& other) { return &other != &file && other.name == file.name; };
        for (const auto& other : command.files) {
            if (same(other)) return reject(Rejection::Code::InvalidArgument, "The file name '" + file.name + "' is there twice.");
        }
    }
    Reading reading(command.files);
    std::vector<ReadFile> files = reading.read();
    if (reading.has_errors()) return reject(Rejection::Code::InvalidArgument, reading.text());
    std::map<std::string, std::string> process_files;
    for (const ReadFile& one : files) {
        for (const auto& process : one.processes) {
            const auto [there, is_new] = process_files.emplace(process->id, one.file->name);
            if (!is_new) {
                return reject(Rejection::Code::InvalidArgument,
                              "The process '" + process->id + "' is in '" + there->second + "' and in '" + one.file->name + "'.");
            }
        }
    }
    for (const ReadFile& one : files) {
        for (const auto& process : one.processes) {
            for (const ExecutableNode* start : process->starters()) {
                for (const CompiledEvent& event : start->events) {
                    if (event.kind != CompiledEvent::Kind::Timer) continue;
                    const bpmn::FlowNode& node = *start->node;
                    const auto schedule = start_schedule(event, node.id);
                    if (!schedule) {
                        return reject(Rejection::Code::InvalidArgument,
                                      one.file->name + ":" + std::to_string(node.line) + ": error: [" + node.id + "] " + schedule.error().text);
                    }
                }
            }
        }
    }
    DeployResources::Answer answer;
    answer.deployment_key = {next_key()};
    for (ReadFile& one : files) {
        const Resource* newest = deployed_.newest_resource(tenant, one.file->name);
        if (newest && newest->checksum == one.checksum) {
            // The same content makes no new version: the answer names what is there.
            const ResourceKey key = newest->key;
            bool found = false;
            for (const ProcessDefinition* row : deployed_.processes_of(key)) {
                if (row->state != DefinitionState::Active) continue;
                answer.deployed.emplace_back(*row);
                found = true;
            }
            deployed_.for_each_requirements([&](const DecisionRequirements& row) {
                if (row.resource_key != key) return;
                found = true;
                for (const DecisionDefinition* decision : deployed_.decisions_of(row.key)) answer.deployed.emplace_back(*decision);
                answer.deployed.emplace_back(row);
            });
            deployed_.for_each_form([&](const Form& row) {
                if (row.resource_key != key) return;
                found = true;
                answer.deployed.emplace_back(row);
            });
            if (!found && one.processes.empty() && !one.model && one.form_id.empty()) {
                answer.deployed.emplace_back(*newest);
                found = true;
            }
            if (found) continue;
        }
        Resource resource;
        resource.key = {next_key()};
        resource.deployment_key = answer.deployment_key;
        resource.tenant_id = tenant;
        resource.name = one.file->name;
        resource.id = one.resource_id.empty() ? one.file->name : one.resource_id;
        if (!one.resource_id.empty()) resource.version_tag = one.version_tag;
        resource.version = newest ? newest->version + 1 : 1;
        resource.checksum = one.checksum;
        resource.deployed_at = now_;
        resource.content = {one.file->content};
        for (const auto& executable : one.processes) {
            ProcessDefinition row;
            row.key = {next_key()};
            row.id = executable->id;
            if (!executable->name.empty()) row.name = executable->name;
            row.version = deployed_.newest_version_of_process(tenant, row.id) + 1;
            row.version_tag = executable->version_tag;
            row.resource_name = resource.name;
            row.resource_key = resource.key;
            row.deployment_key = answer.deployment_key;
            row.tenant_id = tenant;
            for (const bpmn::FlowNode* start : executable->process->scope.start_events) {
                if (start->extension.form_definition) row.has_start_form = true;
            }
            executable->key = row.key;
            executable->deployment_key = answer.deployment_key;
            executable->tenant_id = tenant;
            executable->version = row.version;
            if (const ProcessDefinition* before = deployed_.process(tenant, row.id, -1)) close_start_events(before->key);
            process_definitions_.put(row);
            deployed_.add(row, executable);
            open_start_events(*executable);
            answer.deployed.emplace_back(std::move(row));
        }
        if (one.model) {
            DecisionRequirements row;
            row.key = {next_key()};
            row.id = one.model->id();
            row.name = one.model->name();
            const DecisionRequirements* before = deployed_.newest_requirements(tenant, row.id);
            row.version = before ? before->version + 1 : 1;
            row.resource_name = resource.name;
            row.resource_key = resource.key;
            row.deployment_key = answer.deployment_key;
            row.tenant_id = tenant;
            requirements_.put(row);
            deployed_.add(row, one.model);
            for (const dmn::DecisionInfo& info : one.model->decisions()) {
                DecisionDefinition decision;
                decision.key = {next_key()};
                decision.id = info.id;
                decision.name = info.name;
                decision.version = deployed_.newest_version_of_decision(tenant, info.id) + 1;
                decision.requirements_key = row.key;
                decision.requirements_id = row.id;
                decision.requirements_name = row.name;
                decision.requirements_version = row.version;
                decision.deployment_key = answer.deployment_key;
                decision.tenant_id = tenant;
                decisions_.put(decision);
                deployed_.add(decision);
                answer.deployed.emplace_back(std::move(decision));
            }
            answer.deployed.emplace_back(std::move(row));
        }
        if (!one.form_id.empty()) {
            Form row;
            row.key = {next_key()};
            row.id = one.form_id;
            row.version = deployed_.newest_version_of_form(tenant, row.id) + 1;
            row.schema = one.file->content;
            row.resource_name = resource.name;
            row.version_tag = one.version_tag;
            row.resource_key = resource.key;
            row.deployment_key = answer.deployment_key;
            row.tenant_id = tenant;
            forms_.put(row);
            deployed_.add(row);
            answer.deployed.emplace_back(std::move(row));
        }
        if (one.processes.empty() && !one.model && one.form_id.empty()) answer.deployed.emplace_back(resource);
        deployed_.add(resource);
        resources_.put(std::move(resource));
    }
    return answer;
}

Outcome<Done> Partition::execute(const DeleteResource& command, const Actor* actor) {
    const auto refusal = [&](const auto& row, Permission permission, const std::string& id) -> std::optional<Rejection> {
        if (!is_of_tenant(actor, row.tenant_id)) return not_of_tenant(row.tenant_id);
        if (!may(actor, ResourceType::Resource, permission, id)) return insufficient(permission, ResourceType::Resource);
        return {};
    };
    if (const ProcessDefinition* row = deployed_.process(ProcessDefinitionKey{command.key})) {
        if (auto refused = refusal(*row, Permission::DeleteProcess, row->id)) return tl::unexpected(std::move(*refused));
        if (row->state == DefinitionState::Active) {
            close_start_events(row->key);
            ProcessDefinition deleted = *row;
            deleted.state = DefinitionState::Deleted;
            deployed_.set_state(deleted.key, DefinitionState::Deleted);
            const std::string id = deleted.id, tenant = deleted.tenant_id;
            process_definitions_.put(std::move(deleted));
            // The version before it is the newest again, and starts by itself.
            if (const ProcessDefinition* newest = deployed_.process(tenant, id, -1)) {
                if (newest->key.value < command.key) open_start_events(*deployed_.executable(newest->key));
            }
            return Done{};
        }
    } else if (const DecisionRequirements* row = deployed_.requirements(DecisionRequirementsKey{command.key})) {
        if (auto refused = refusal(*row, Permission::DeleteDrd, row->id)) return tl::unexpected(std::move(*refused));
        const DecisionRequirementsKey key = row->key;
        for (const DecisionDefinition* decision : deployed_.decisions_of(key)) decisions_.remove(decision->key);
        deployed_.forget(key);
        requirements_.remove(key);
        return Done{};
    } else if (const Form* form = deployed_.form(FormKey{command.key})) {
        if (auto refused = refusal(*form, Permission::DeleteForm, form->id)) return tl::unexpected(std::move(*refused));
        const FormKey key = form->key;
        deployed_.forget(key);
        forms_.remove(key);
        return Done{};
    } else if (const Resource* resource = deployed_.resource(ResourceKey{command.key})) {
        if (auto refused = refusal(*resource, Permission::DeleteResource, resource->id)) return tl::unexpected(std::move(*refused));
        const ResourceKey key = resource->key;
        if (!deployed_.processes_of(key).empty()) {
            return reject(Rejection::Code::InvalidState, "The file is that of a process; delete the process definition.");
        }
        deployed_.forget(key);
        resources_.remove(key);
        return Done{};
    }
    return reject_not_found("DELETE", "delete", "resource", command.key);
}

}  // namespace dandori::engine
