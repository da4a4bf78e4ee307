#include <algorithm>
#include <set>

#include "engine/dmn/check/checker.h"

namespace dandori::dmn::check_detail {
namespace {

using Known = std::vector<std::string>;

std::size_t distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t column = 0; column <= right.size(); ++column) row[column] = column;
    for (std::size_t line = 1; line <= left.size(); ++line) {
        std::size_t diagonal = row[0];
        row[0] = line;
        for (std::size_t column = 1; column <= right.size(); ++column) {
            const std::size_t above = row[column];
            const std::size_t change = diagonal + (left[line - 1] == right[column - 1] ? 0 : 1);
            row[column] = std::min({above + 1, row[column - 1] + 1, change});
            diagonal = above;
        }
    }
    return row.back();
}

// Goes through boxed expressions with the names known at each place.
class NameWalk {
  public:
    NameWalk(const feel::FunctionLibrary* functions, std::set<std::string> members, Report& report)
        : functions_(functions), members_(std::move(members)), report_(report) {}

    void walk(const Boxed* boxed, const Known& known) {
        if (boxed) std::visit([&](const auto& box) { in(box, known); }, boxed->form);
    }

  private:
    void in(const Formula& box, const Known& known) { formula(box, known, ""); }

    void in(const ContextBox& box, const Known& known) {
        Known inner = known;
        for (const ContextBox::Entry& entry : box.entries) {
            walk(entry.value.get(), inner);
            inner.push_back(entry.name);
        }
    }

    void in(const RelationBox& box, const Known& known) {
        for (const auto& row : box.rows) {
            for (const BoxedPointer& cell : row) walk(cell.get(), known);
        }
    }

    void in(const ListBox& box, const Known& known) {
        for (const BoxedPointer& item : box.items) walk(item.get(), known);
    }

    void in(const InvocationBox& box, const Known& known) {
        walk(box.called.get(), known);
        for (const InvocationBox::Binding& binding : box.bindings) walk(binding.value.get(), known);
    }

    void in(const FunctionBox& box, const Known& known) {
        Known inner = known;
        for (const Parameter& parameter : box.parameters) inner.push_back(parameter.name);
        walk(box.body.get(), inner);
    }

    void in(const ConditionalBox& box, const Known& known) {
        walk(box.condition.get(), known);
        walk(box.then.get(), known);
        walk(box.otherwise.get(), known);
    }

    void in(const FilterBox& box, const Known& known) {
        walk(box.in.get(), known);
    }  // entries of its items are unknown

    void in(const IteratorBox& box, const Known& known) {
        walk(box.in.get(), known);
        Known inner = known;
        inner.push_back(box.variable);
        inner.push_back("partial");
        walk(box.body.get(), inner);
    }

    void in(const TableBox& box, const Known& known) {
        for (std::size_t column = 0; column < box.inputs.size(); ++column) {
            formula(box.inputs[column].expression, known, ", input column " + std::to_string(column + 1));
        }
        for (std::size_t rule = 0; rule < box.rules.size(); ++rule) {
            const std::string where = ", rule " + std::to_string(rule + 1);
            for (std::size_t column = 0; column < box.rules[rule].tests.size(); ++column) {
                formula(box.rules[rule].tests[column], known, where + ", input column " + std::to_string(column + 1));
            }
            for (std::size_t column = 0; column < box.rules[rule].outputs.size(); ++column) {
                formula(box.rules[rule].outputs[column], known,
                        where + ", output column " + std::to_string(column + 1));
            }
        }
    }

    void formula(const Formula& formula, const Known& known, const std::string& where) {
        if (formula.empty || !formula.fault.empty()) return;
        // Inside of a filter the entries of its items are names too.
        if (formula.text.find('[') != std::string::npos) return;
        for (const std::string& name : formula.expression.names()) {
            if (name == "?" || members_.contains(name)) continue;
            if (std::find(known.begin(), known.end(), name) != known.end()) continue;
            if (functions_ && functions_->find(name)) continue;
            std::string mend = "Draw a requirement from it, or correct the name.";
            for (const std::string& other : known) {
                if (name.size() > 2 && distance(name, other) <= 2) mend = "Did you mean '" + other + "'?";
            }
            report_.warn(formula.line, "In '" + report_.name() + "'" + where + " the name '" + name + "' is not known.",
                         std::move(mend));
        }
    }

    const feel::FunctionLibrary* functions_;
    std::set<std::string> members_;
    Report& report_;
};

void add_members(const Boxed* boxed, std::set<std::string>& members) {
    if (!boxed) return;
    if (const auto* context = std::get_if<ContextBox>(&boxed->form)) {
        for (const ContextBox::Entry& entry : context->entries) {
            members.insert(entry.name);
            add_members(entry.value.get(), members);
        }
    } else if (const auto* relation = std::get_if<RelationBox>(&boxed->form)) {
        for (const Parameter& column : relation->columns) members.insert(column.name);
    } else if (const auto* table = std::get_if<TableBox>(&boxed->form)) {
        for (const OutputClause& output : table->outputs) members.insert(output.name);
    } else if (const auto* function = std::get_if<FunctionBox>(&boxed->form)) {
        add_members(function->body.get(), members);
    }
}

Known names_of(const std::vector<Required>& requirements) {
    Known known;
    for (const Required& each : requirements) {
        known.push_back(each.import_name.empty() ? each.element().name : each.import_name);
        if (each.decision) known.push_back(each.decision->id);
    }
    return known;
}

}  // namespace

void check_names(const Compiled& model, const feel::FunctionLibrary* functions, Report& report) {
    std::set<std::string> members;
    for (const ItemType& type : model.types) {
        for (const ItemType::Member& member : type.members) members.insert(member.name);
    }
    for (const Decision& decision : model.decisions) add_members(decision.logic.get(), members);
    NameWalk walk(functions, std::move(members), report);
    for (const Decision& decision : model.decisions) {
        // A model without input data takes its names from whoever evaluates it.
        if (model.inputs.empty() && model.imports.empty()) break;
        report.about(decision);
        walk.walk(decision.logic.get(), names_of(decision.requirements));
    }
    for (const KnowledgeModel& knowledge : model.knowledge) {
        if (!knowledge.function) continue;
        report.about(knowledge);
        Known known = names_of(knowledge.requirements);
        known.push_back(knowledge.name);
        for (const Parameter& parameter : knowledge.function->parameters) known.push_back(parameter.name);
        walk.walk(knowledge.function->body.get(), known);
    }
}

}  // namespace dandori::dmn::check_detail
