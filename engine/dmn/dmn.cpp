#include "engine/dmn/dmn.h"

#include "engine/dmn/compiled.h"
#include "engine/dmn/evaluate/session.h"
#include "engine/dmn/read/reader.h"

namespace dandori::dmn {
namespace {

template <class Elements>
auto* by_id_or_name(const Elements& elements, std::string_view wanted) {
    for (const auto& each : elements) {
        if (each.id == wanted && !wanted.empty()) return &each;
    }
    for (const auto& each : elements) {
        if (each.title == wanted) return &each;
    }
    for (const auto& each : elements) {
        if (each.name == wanted) return &each;
    }
    return static_cast<decltype(&*elements.begin())>(nullptr);
}

std::shared_ptr<const Compiled> model_of_namespace(const std::shared_ptr<const Compiled>& model,
                                                   std::string_view wanted, std::size_t depth = 0) {
    if (wanted.empty() || model->namespace_name == wanted) return model;
    if (depth > import_depth_max) return nullptr;
    for (const Import& import : model->imports) {
        if (auto found = model_of_namespace(import.model, wanted, depth + 1)) return found;
    }
    return nullptr;
}

}  // namespace

Model::Model(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
Model::~Model() = default;
const std::string& Model::id() const { return compiled_->id; }
const std::string& Model::name() const { return compiled_->name; }
const std::string& Model::namespace_name() const { return compiled_->namespace_name; }
const std::string& Model::file_name() const { return compiled_->file_name; }
const std::vector<DecisionInfo>& Model::decisions() const { return compiled_->decision_infos; }
const std::vector<InvocableInfo>& Model::services() const { return compiled_->service_infos; }
const std::vector<InvocableInfo>& Model::knowledge_models() const { return compiled_->knowledge_infos; }
const DecisionInfo* Model::find_decision(std::string_view id_or_name) const {
    const Decision* found = by_id_or_name(compiled_->decisions, id_or_name);
    if (!found) return nullptr;
    for (std::size_t index = 0; index < compiled_->decisions.size(); ++index) {
        if (&compiled_->decisions[index] == found) return &compiled_->decision_infos[index];
    }
    return nullptr;
}

bool ReadResult::has_errors() const {
    for (const bpmn::Problem& problem : problems) {
        if (problem.severity == bpmn::Problem::Severity::Error) return true;
    }
    return false;
}

const Message* DecisionResult::failure() const {
    for (const Message& message : messages) {
        if (message.severity == Message::Severity::Error) return &message;
    }
    return nullptr;
}

ReadResult read(std::string_view xml, std::string file_name, std::span<const Source> others) {
    ReadResult result;
    read_detail::Library library(others);
    auto compiled = read_detail::Reader(std::move(file_name), library, result.problems).read(xml);
    if (compiled) result.model = std::make_shared<const Model>(std::move(compiled));
    return result;
}

Result<DecisionResult> evaluate(const Model& model, const Target& target, const Inputs& inputs,
                                const feel::Surroundings& surroundings, Explained explained) {
    const auto root = model.compiled().shared_from_this();
    const auto owner = model_of_namespace(root, target.namespace_name);
    const std::string_view name = target.id_or_name;
    if (!owner) {
        return fail(Failure::Kind::CalledDecision, "No model with namespace '" + std::string(target.namespace_name) +
                                                       "' is imported by '" + root->file_name + "'.");
    }
    Session session(root, surroundings, &inputs, explained);
    const auto wanted = [&](Target::Kind kind) { return target.kind == kind || target.kind == Target::Kind::Any; };
    DecisionResult result;
    const Decision* decision = wanted(Target::Kind::Decision) ? by_id_or_name(owner->decisions, name) : nullptr;
    const Service* service = wanted(Target::Kind::Service) ? by_id_or_name(owner->services, name) : nullptr;
    const KnowledgeModel* knowledge =
        wanted(Target::Kind::KnowledgeModel) ? by_id_or_name(owner->knowledge, name) : nullptr;
    if (decision) {
        Frame frame;
        frame.outermost = true;
        result.value = session.decision(frame, *decision);
    } else if (service) {
        result.value = session.service_from_inputs(*service);
    } else if (knowledge) {
        result.value = session.knowledge_from_inputs(*knowledge);
    } else {
        return fail(Failure::Kind::CalledDecision,
                    "There is no decision '" + std::string(name) + "' in '" + owner->file_name + "'.");
    }
    result.messages = std::move(session.messages());
    result.decisions = std::move(session.records());
    return result;
}

}  // namespace dandori::dmn
