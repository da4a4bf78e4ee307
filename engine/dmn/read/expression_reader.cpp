#include "engine/dmn/read/reader.h"
#include "engine/feel/language.h"

namespace dandori::dmn::read_detail {
namespace {

constexpr std::string_view boxed_names[] = {
    "literalExpression",  "decisionTable", "context", "relation", "list", "invocation",
    "functionDefinition", "conditional",   "filter",  "for",      "some", "every"};

const XmlNode* boxed_child(const XmlNode& parent) {
    for (const XmlNode& each : parent.children) {
        for (const std::string_view name : boxed_names) {
            if (is_dmn(each, name)) return &each;
        }
    }
    return nullptr;
}

}  // namespace

BoxedPointer Reader::read_boxed(const XmlNode& parent, const Names& names, std::string_view what) {
    const XmlNode* node = boxed_child(parent);
    if (!node) {
        if (!what.empty() && what != "decision") {
            error(parent, "The " + std::string(what) + " in '" + current_ + "' is empty.", "Fill it in.");
        }
        return nullptr;
    }
    return read_expression(*node, names);
}

BoxedPointer Reader::read_expression(const XmlNode& node, const Names& names) {
    auto made = std::make_unique<Boxed>();
    made->id = attribute(node, "id");
    made->line = node.line;
    made->type = type_of(node);
    const std::string_view kind = node.local_name();
    if (kind == "literalExpression") {
        made->form = formula(node, names, "'" + current_ + "'");
    } else if (kind == "decisionTable") {
        const ItemType* expected = current_type_;
        if (made->type) current_type_ = made->type;
        made->form = read_table(node, names);
        current_type_ = expected;
    } else if (kind == "context") {
        made->form = read_context(node, names);
    } else if (kind == "relation") {
        made->form = read_relation(node, names);
    } else if (kind == "list") {
        ListBox list;
        for (const XmlNode& each : node.children) {
            for (const std::string_view name : boxed_names) {
                if (is_dmn(each, name)) list.items.push_back(read_expression(each, names));
            }
        }
        made->form = std::move(list);
    } else if (kind == "invocation") {
        made->form = read_invocation(node, names);
    } else if (kind == "functionDefinition") {
        made->form = read_function(node, names);
    } else if (kind == "conditional") {
        made->form = ConditionalBox{read_part(node, "if", names), read_part(node, "then", names),
                                    read_part(node, "else", names)};
    } else if (kind == "filter") {
        Names inner = names;
        made->form = FilterBox{read_part(node, "in", names), read_part(node, "match", inner)};
    } else if (kind == "for") {
        made->form = read_iterator(node, IteratorBox::Kind::For, names);
    } else if (kind == "some") {
        made->form = read_iterator(node, IteratorBox::Kind::Some, names);
    } else {
        made->form = read_iterator(node, IteratorBox::Kind::Every, names);
    }
    return made;
}

BoxedPointer Reader::read_part(const XmlNode& node, std::string_view part, const Names& names) {
    const XmlNode* found = child(node, part);
    if (found) return read_boxed(*found, names, "part <" + std::string(part) + ">");
    error(node, "<" + node.name + "> in '" + current_ + "' has no <" + std::string(part) + ">.", "Add it.");
    return nullptr;
}

Formula Reader::parsed(const XmlNode& node, const Names& names, const std::string& where, bool tests) {
    Formula made;
    made.line = node.line;
    made.text = formula_text(node);
    made.empty = made.text.empty() || (tests && made.text == "-");
    if (made.empty) return made;
    std::string language = attribute(node, "expressionLanguage");
    if (language.empty()) language = attribute(*root_, "expressionLanguage");
    // Files of DMN 1.1 give the type language's address, which is FEEL's too.
    if (!feel::is_feel_language(language) && !is_dmn_namespace(language)) {
        made.fault = "the expression language '" + language + "' can't be run";
        error(node, "In " + where + ": " + made.fault + ".", "Write the expression in FEEL.");
        return made;
    }
    const feel::ParseOptions options{names.list(), &feel_types_};
    auto result =
        tests ? feel::Expression::parse_unary_tests(made.text, options) : feel::Expression::parse(made.text, options);
    if (result) {
        made.expression = std::move(*result);
    } else {
        made.fault = result.error().text;
        error(node, "In " + where + ", '" + made.text + "' can't be read: " + made.fault, "Correct the expression.");
    }
    return made;
}

Formula Reader::formula(const XmlNode& node, const Names& names, const std::string& where) {
    if (child(node, "importedValues")) {
        Formula made;
        made.line = node.line;
        made.empty = false;
        made.fault = "values imported from another kind of file can't be read";
        error(node, "In " + where + ": " + made.fault + ".", "Write the values into the model.");
        return made;
    }
    return parsed(node, names, where, false);
}

Formula Reader::unary_tests(const XmlNode& node, const Names& names, const std::string& where) {
    return parsed(node, names, where, true);
}

ContextBox Reader::read_context(const XmlNode& node, const Names& names) {
    ContextBox made;
    const auto entries = children(node, "contextEntry");
    std::set<std::string> known;
    for (const XmlNode* each : entries) {
        ContextBox::Entry entry;
        if (const XmlNode* variable = child(*each, "variable")) {
            entry.name = name_text(attribute(*variable, "name"));
            entry.type = type_of(*variable);
        }
        if (entry.name.empty() && each != entries.back()) {
            error(*each, "An entry of a context in '" + current_ + "' has no name, but is not the last.",
                  "Give it a name.");
        }
        if (!entry.name.empty() && !known.insert(entry.name).second) {
            error(*each, "The context in '" + current_ + "' has two entries named '" + entry.name + "'.",
                  "Give one of the two another name.");
        }
        const ItemType* expected = current_type_;
        if (entry.type || !entry.name.empty()) current_type_ = entry.type;
        entry.value = read_boxed(*each, names, "entry '" + entry.name + "'");
        current_type_ = expected;
        made.entries.push_back(std::move(entry));
    }
    return made;
}

RelationBox Reader::read_relation(const XmlNode& node, const Names& names) {
    RelationBox made;
    for (const XmlNode* each : children(node, "column")) {
        made.columns.push_back({name_text(attribute(*each, "name")), type_of(*each)});
    }
    for (const XmlNode* row : children(node, "row")) {
        std::vector<BoxedPointer> cells;
        for (const XmlNode& each : row->children) {
            for (const std::string_view name : boxed_names) {
                if (is_dmn(each, name)) cells.push_back(read_expression(each, names));
            }
        }
        if (cells.size() != made.columns.size()) {
            error(*row,
                  "A row of the relation in '" + current_ + "' has " + std::to_string(cells.size()) +
                      " cells, but there are " + std::to_string(made.columns.size()) + " columns.",
                  "Fill in a cell for each column.");
            cells.resize(made.columns.size());
        }
        made.rows.push_back(std::move(cells));
    }
    return made;
}

InvocationBox Reader::read_invocation(const XmlNode& node, const Names& names) {
    InvocationBox made;
    made.called = read_boxed(node, names, "name of the function invoked");
    for (const XmlNode* each : children(node, "binding")) {
        InvocationBox::Binding binding;
        if (const XmlNode* parameter = child(*each, "parameter")) {
            binding.parameter = name_text(attribute(*parameter, "name"));
        }
        if (binding.parameter.empty()) {
            error(*each, "A parameter of the invocation in '" + current_ + "' has no name.", "Name the parameter.");
        }
        binding.value = read_boxed(*each, names, "");
        made.bindings.push_back(std::move(binding));
    }
    return made;
}

FunctionBox Reader::read_function(const XmlNode& node, const Names& names) {
    FunctionBox made;
    Names inner = names;
    for (const XmlNode* each : children(node, "formalParameter")) {
        Parameter parameter{name_text(attribute(*each, "name")), type_of(*each)};
        inner.add(parameter.name);
        made.parameters.push_back(std::move(parameter));
    }
    made.result = type_of(node);
    const std::string kind = attribute(node, "kind");
    if (kind == "Java" || kind == "PMML") {
        made.refused = kind + " functions are not run";
        warn(node, "The function in '" + current_ + "' is of kind " + kind + ", which is not run; it gives null.",
             "Write it in FEEL.");
        return made;
    }
    const ItemType* expected = current_type_;
    if (node.local_name() == "functionDefinition") current_type_ = made.result;
    made.body = read_boxed(node, inner, "function");
    current_type_ = expected;
    return made;
}

IteratorBox Reader::read_iterator(const XmlNode& node, IteratorBox::Kind kind, const Names& names) {
    IteratorBox made;
    made.kind = kind;
    made.variable = name_text(attribute(node, "iteratorVariable"));
    if (made.variable.empty()) {
        error(node, "<" + node.name + "> in '" + current_ + "' has no iterator variable.", "Name the variable.");
    }
    Names inner = names;
    inner.add(made.variable);
    made.in = read_part(node, "in", names);
    made.body = read_part(node, kind == IteratorBox::Kind::For ? "return" : "satisfies", inner);
    return made;
}

}  // namespace dandori::dmn::read_detail
