#include <algorithm>

#include "engine/dmn/read/reader.h"

namespace dandori::dmn::read_detail {
namespace {

struct BasicName {
    std::string_view name;
    feel::Kind kind;
};

// The names of DMN 1.5 (7.3.3), those of earlier versions, and those that Camunda's older modelers wrote.
constexpr BasicName basic_names[] = {
    {"number", feel::Kind::Number},
    {"string", feel::Kind::String},
    {"boolean", feel::Kind::Boolean},
    {"date", feel::Kind::Date},
    {"time", feel::Kind::Time},
    {"date and time", feel::Kind::DateTime},
    {"dateTime", feel::Kind::DateTime},
    {"days and time duration", feel::Kind::DaysDuration},
    {"dayTimeDuration", feel::Kind::DaysDuration},
    {"years and months duration", feel::Kind::MonthsDuration},
    {"yearMonthDuration", feel::Kind::MonthsDuration},
    {"list", feel::Kind::List},
    {"context", feel::Kind::Context},
    {"function", feel::Kind::Function},
    {"range", feel::Kind::Range},
    {"integer", feel::Kind::Number},
    {"long", feel::Kind::Number},
    {"double", feel::Kind::Number},
};

struct NoScope : feel::Scope {
    std::optional<feel::Value> find(std::string_view) const override { return std::nullopt; }
};

}  // namespace

void Reader::read_types(const XmlNode& root) {
    const auto nodes = children(root, "itemDefinition");
    std::vector<ItemType*> made;
    for (const XmlNode* node : nodes) {
        ItemType& type = model_->types.emplace_back();
        type.name = name_text(attribute(*node, "name"));
        made.push_back(&type);
        if (type.name.empty()) {
            error(*node, "An item definition has no name.", "Give it a name.");
        } else if (!types_.emplace(type.name, &type).second) {
            error(*node, "There are two item definitions named '" + type.name + "'.",
                  "Give one of the two another name.");
        }
    }
    for (std::size_t index = 0; index < nodes.size(); ++index) fill_type(*made[index], *nodes[index]);
    break_alias_cycles();
}

void Reader::fill_type(ItemType& type, const XmlNode& node) {
    const XmlNode* reference = child(node, "typeRef");
    const auto components = children(node, "itemComponent");
    const XmlNode* function = child(node, "functionItem");
    const bool collection = attribute(node, "isCollection") == "true";
    ItemType* element = &type;
    if (collection) {
        element = &model_->types.emplace_back();
        element->name = type.name;
        type.form = ItemType::Form::List;
        type.inner = element;
        type.name = "list of " + (reference ? trimmed(reference->inner_text()) : type.name);
        if (!attribute(node, "name").empty()) type.name = name_text(attribute(node, "name")) + " (" + type.name + ")";
    }
    if (!components.empty()) {
        element->form = ItemType::Form::Context;
        for (const XmlNode* each : components) {
            const std::string name = name_text(attribute(*each, "name"));
            element->members.push_back({name, make_type(*each, name)});
        }
    } else if (function) {
        element->form = ItemType::Form::Function;
        for (const XmlNode* each : children(*function, "parameters")) {
            element->members.push_back({name_text(attribute(*each, "name")), type_of(*each)});
        }
        element->inner = type_of(*function, "outputTypeRef");
    } else if (reference) {
        element->form = ItemType::Form::Alias;
        element->inner = type_named(reference->inner_text(), node);
        if (collection) {  // a list needs no alias between it and its items
            type.inner = element->inner;
        }
    }
    type.allowed = constraint(node, "allowedValues");
    type.whole = constraint(node, "typeConstraint");
}

const ItemType* Reader::make_type(const XmlNode& node, const std::string& name) {
    ItemType& type = model_->types.emplace_back();
    type.name = name;
    fill_type(type, node);
    return &type;
}

const ItemType* Reader::basic_type(std::string_view name) {
    for (const BasicName& each : basic_names) {
        if (each.name != name) continue;
        const ItemType*& known = basic_types_[std::string(name)];
        if (known) return known;
        ItemType& type = model_->types.emplace_back();
        type.name = std::string(feel::name_of(each.kind));
        type.form = ItemType::Form::Basic;
        type.basic = each.kind;
        return known = &type;
    }
    return nullptr;
}

const ItemType* Reader::find_type(const Compiled& model, std::string_view name) const {
    if (&model == model_.get()) {
        const auto found = types_.find(name);
        return found == types_.end() ? nullptr : found->second;
    }
    for (const ItemType& type : model.types) {
        if (type.name == name || type.name.starts_with(std::string(name) + " (list of")) return &type;
    }
    return nullptr;
}

const ItemType* Reader::type_named(std::string_view text, const XmlNode& at) {
    const std::string name = name_text(text);
    if (name.empty() || name == "Any" || name == "feel:Any" || name == "Null") return nullptr;
    if (const ItemType* type = find_type(*model_, name)) return type;
    if (const ItemType* type = basic_type(name)) return type;
    for (const Import& import : model_->imports) {
        if (import.name.empty()) {
            if (const ItemType* type = find_type(*import.model, name)) return type;
            continue;
        }
        if (!name.starts_with(import.name + ".") && !name.starts_with(import.name + ":")) continue;
        if (const ItemType* type = find_type(*import.model, name.substr(import.name.size() + 1))) return type;
    }
    if (const auto colon = name.find(':'); colon != std::string::npos) {
        return type_named(std::string_view(name).substr(colon + 1), at);
    }
    error(at, "The type '" + name + "' is not defined.",
          "Define it or use one of FEEL's types, such as string or number.");
    return nullptr;
}

const ItemType* Reader::type_of(const XmlNode& node, std::string_view attribute_name) {
    const std::string* name = node.attribute(attribute_name);
    if (name) return type_named(*name, node);
    const XmlNode* element = attribute_name == "typeRef" ? child(node, "typeRef") : nullptr;  // DMN 1.1's first files
    return element ? type_named(element->inner_text(), node) : nullptr;
}

std::optional<Constraint> Reader::constraint(const XmlNode& node, std::string_view child_name) {
    const XmlNode* found = child(node, child_name);
    if (!found) return std::nullopt;
    Constraint made;
    made.text = formula_text(*found);
    if (made.text.empty() || made.text == "-") return std::nullopt;
    auto tests = feel::Expression::parse_unary_tests(made.text);
    if (!tests) {
        error(*found, "The values allowed, '" + made.text + "', can't be read: " + tests.error().text,
              "Write tests such as \"A\", \"B\" or [0..10].");
        return std::nullopt;
    }
    made.tests = std::move(*tests);
    if (const auto list = feel::Expression::parse("[" + made.text + "]"); list && list->names().empty()) {
        const feel::Value values = list->evaluate(NoScope{}, {}).value;
        const auto is_plain_value = [](const feel::Value& each) {
            return each.is_string() || each.is_number() || each.is_boolean() || each.is_date();
        };
        if (values.is_list() && std::all_of(values.as_list().begin(), values.as_list().end(), is_plain_value)) {
            made.values = values.as_list();
        }
    }
    return made;
}

void Reader::name_types_for_feel() {
    for (const auto& [name, type] : types_) feel_types_.emplace(name, feel_type(type));
    for (const Import& import : model_->imports) {
        const std::string prefix = import.name.empty() ? "" : import.name + ".";
        for (const ItemType& type : import.model->types) {
            const auto end = type.name.find(" (list of");
            feel_types_.emplace(prefix + type.name.substr(0, end), feel_type(&type));
        }
    }
}

void Reader::break_alias_cycles() {
    for (ItemType& type : model_->types) {
        const ItemType* slow = &type;
        std::size_t steps = 0;
        while (slow && slow->form == ItemType::Form::Alias && steps <= model_->types.size()) {
            slow = slow->inner;
            ++steps;
        }
        if (steps <= model_->types.size()) continue;
        problems_.push_back({file_, 0, "", "The type '" + type.name + "' is defined by itself.",
                             "Let it refer to one of FEEL's types, such as string or number.",
                             bpmn::Problem::Severity::Error});
        type.form = ItemType::Form::Any;
    }
}

}  // namespace dandori::dmn::read_detail
