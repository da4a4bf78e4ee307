#include "engine/behavior/data_flow.h"

#include <algorithm>
#include <set>

#include "engine/feel/language.h"

namespace dandori::engine {
namespace {

using bpmn::DataObject;

std::string own_name(const bpmn::Element& element) { return element.name.empty() ? element.id : element.name; }

/// The variable that a data object, an input, an output or a reference to an object stands for.
std::string variable_of(const DataObject& data) { return data.object ? own_name(*data.object) : own_name(data); }

const DataObject* find_data(const bpmn::Definitions& definitions, const bpmn::FlowNode& node, const std::string& id) {
    const auto in = [&](const std::vector<DataObject>& list) -> const DataObject* {
        const auto found = std::ranges::find(list, id, &DataObject::id);
        return found == list.end() ? nullptr : &*found;
    };
    if (const bpmn::Activity* activity = node.activity()) {
        if (activity->io_specification) {
            if (const auto* data = in(activity->io_specification->inputs)) return data;
            if (const auto* data = in(activity->io_specification->outputs)) return data;
        }
        if (const auto* data = in(activity->properties)) return data;
    }
    if (node.event()) {
        if (const auto* data = in(node.event()->data)) return data;
    }
    if (const auto& of_process = node.process().io_specification) {
        if (const auto* data = in(of_process->inputs)) return data;
        if (const auto* data = in(of_process->outputs)) return data;
    }
    return definitions.find_as<DataObject>(id);
}

bool is_feel(const bpmn::Expression& expression) { return feel::is_feel_language(expression.language); }

/// Of what an expression in another tool's language says nothing can be known: such an association has no effect, as in
/// Camunda 8, which executes none.
bool is_executed(const bpmn::DataAssociation& association) {
    return (!association.transformation || is_feel(*association.transformation)) &&
           std::ranges::all_of(association.assignments,
                               [](const bpmn::Assignment& each) { return is_feel(each.from) && is_feel(each.to); });
}

bool has_data(const bpmn::FlowNode& node) {
    return node.activity() ? node.activity()->io_specification.has_value() : node.event() && !node.event()->data.empty();
}

std::vector<const bpmn::DataAssociation*> associations_of(const bpmn::FlowNode& node, bool inputs) {
    std::vector<const bpmn::DataAssociation*> all;
    const auto add = [&](const std::vector<bpmn::DataAssociation>& list) {
        for (const bpmn::DataAssociation& each : list) {
            if (is_executed(each)) all.push_back(&each);
        }
    };
    if (!has_data(node)) return all;
    if (const bpmn::Activity* activity = node.activity()) {
        add(inputs ? activity->data_input_associations : activity->data_output_associations);
    } else if (node.event()->catches() != inputs) {
        add(node.event()->data_associations);
    }
    return all;
}

std::string quoted(const std::string& text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

struct Association {
    const bpmn::Definitions& definitions;
    const bpmn::FlowNode& node;
    const bpmn::DataAssociation& model;
    const TellProblem& tell;
    std::vector<std::string> names;  ///< of the sources: they may hold blanks

    const DataObject* data(const std::string& id) {
        const DataObject* found = find_data(definitions, node, id);
        if (!found) tell("A data association refers to '" + id + "', which is no data.", "Refer to a data object, an input or an output.");
        return found;
    }

    feel::Expression expression(std::string text, const std::string& what) {
        if (!text.empty() && text.front() == '=') text.erase(0, 1);
        feel::ParseOptions options;
        options.names = names;
        auto parsed = feel::Expression::parse(text, options);
        if (parsed) return std::move(*parsed);
        tell(what + " can't be read as FEEL: " + parsed.error().text, "Mend the expression.");
        return {};
    }

    void add_mappings(std::vector<CompiledMapping>& mappings) {
        std::string condition;
        for (const std::string& id : model.sources) {
            const DataObject* source = data(id);
            if (!source) return;
            names.push_back(variable_of(*source));
            // A source in a state is there only while the object is in it (10.4.1).
            if (source->object && !source->state.empty()) {
                condition = "get value(" + std::string(data_states_variable) + ", " + quoted(names.back()) + ") = " + quoted(source->state);
            }
        }
        const DataObject* target = data(model.target);
        if (!target) return;
        const auto guarded = [&](const std::string& text) { return condition.empty() ? text : "if " + condition + " then " + text + " else null"; };
        if (!model.assignments.empty()) {
            for (const bpmn::Assignment& assignment : model.assignments) {
                CompiledMapping mapping;
                mapping.source = expression(assignment.from.body, "The 'from' of an assignment");
                std::string to = assignment.to.body;
                if (!to.empty() && to.front() == '=') to.erase(0, 1);
                if (to.empty() || to == model.target || to == variable_of(*target)) {
                    mapping.target = {variable_of(*target)};
                } else {
                    std::size_t from = 0;
                    for (auto dot = to.find('.'); dot != std::string::npos; dot = to.find('.', from)) {
                        mapping.target.push_back(to.substr(from, dot - from));
                        from = dot + 1;
                    }
                    mapping.target.push_back(to.substr(from));
                    if (mapping.target.front() == model.target) mapping.target.front() = variable_of(*target);
                }
                mappings.push_back(std::move(mapping));
            }
        } else if (model.transformation && !model.transformation->body.empty()) {
            std::string text = model.transformation->body;
            if (text.front() == '=') text.erase(0, 1);
            mappings.push_back({expression(guarded(text), "The transformation of a data association"), {variable_of(*target)}});
        } else if (names.size() == 1) {
            mappings.push_back({expression(guarded(names.front()), "A data association"), {variable_of(*target)}});
        } else {
            tell("A data association has " + std::to_string(names.size()) + " sources and says not what to do with them.",
                 "Give it one source, a transformation or assignments.");
            return;
        }
        if (target->object && !target->state.empty()) {
            mappings.push_back({feel::Expression::constant(target->state), {data_states_variable, variable_of(*target)}});
        }
    }
};

std::vector<std::vector<std::string>> sets_of(const std::vector<bpmn::DataSet>& sets, const std::vector<DataObject>& data) {
    std::vector<std::vector<std::string>> compiled;
    for (const bpmn::DataSet& set : sets) {
        std::vector<std::string>& names = compiled.emplace_back();
        for (const std::string& id : set.refs) {
            const auto found = std::ranges::find(data, id, &DataObject::id);
            if (found != data.end() && std::ranges::find(set.optional_refs, id) == set.optional_refs.end()) {
                names.push_back(variable_of(*found));
            }
        }
    }
    return compiled;
}

}  // namespace

void compile_data_flow(const bpmn::Definitions& definitions, const bpmn::FlowNode& node, ExecutableNode& compiled,
                       const TellProblem& tell) {
    if (!has_data(node)) return;
    for (const auto* each : associations_of(node, true)) Association{definitions, node, *each, tell, {}}.add_mappings(compiled.inputs);
    for (const auto* each : associations_of(node, false)) Association{definitions, node, *each, tell, {}}.add_mappings(compiled.outputs);
    if (!node.activity()) return;
    const auto& specification = *node.activity()->io_specification;
    compiled.input_sets = sets_of(specification.input_sets, specification.inputs);
    compiled.output_sets = sets_of(specification.output_sets, specification.outputs);
}

std::vector<CompiledDataObject> data_objects_of(const bpmn::Definitions& definitions, const bpmn::Scope& scope) {
    std::set<const DataObject*> used;
    for (const bpmn::FlowNode& node : scope.process->nodes) {
        const auto use = [&](const std::string& id) {
            const DataObject* data = find_data(definitions, node, id);
            if (data) used.insert(data->object ? data->object : data);
        };
        for (const bool inputs : {true, false}) {
            for (const auto* each : associations_of(node, inputs)) {
                for (const std::string& id : each->sources) use(id);
                use(each->target);
            }
        }
    }
    std::vector<CompiledDataObject> objects;
    for (const DataObject& data : scope.data) {
        if (data.kind == DataObject::Kind::Object && used.contains(&data)) objects.push_back({variable_of(data), data.is_collection});
    }
    return objects;
}

}  // namespace dandori::engine
