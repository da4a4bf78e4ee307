#include <algorithm>

#include "engine/dmn/check/checker.h"

namespace dandori::dmn {
namespace {

// Calls back with each table in a boxed expression.
template <class Visit>
void each_table(const Boxed* boxed, const Visit& visit) {
    if (!boxed) return;
    if (const auto* table = std::get_if<TableBox>(&boxed->form)) visit(*table);
    if (const auto* context = std::get_if<ContextBox>(&boxed->form)) {
        for (const ContextBox::Entry& entry : context->entries) each_table(entry.value.get(), visit);
    }
    if (const auto* list = std::get_if<ListBox>(&boxed->form)) {
        for (const BoxedPointer& item : list->items) each_table(item.get(), visit);
    }
    if (const auto* function = std::get_if<FunctionBox>(&boxed->form)) each_table(function->body.get(), visit);
    if (const auto* conditional = std::get_if<ConditionalBox>(&boxed->form)) {
        each_table(conditional->then.get(), visit);
        each_table(conditional->otherwise.get(), visit);
    }
    if (const auto* iterator = std::get_if<IteratorBox>(&boxed->form)) each_table(iterator->body.get(), visit);
}

}  // namespace

std::vector<bpmn::Problem> check(const Model& model, const feel::FunctionLibrary* functions) {
    std::vector<bpmn::Problem> problems;
    const Compiled& compiled = model.compiled();
    check_detail::Report report(compiled.file_name, problems);
    const auto check_tables = [&](const Element& element, const Boxed* logic) {
        report.about(element);
        each_table(logic, [&](const TableBox& table) { check_detail::check_table(table, report); });
    };
    for (const Decision& decision : compiled.decisions) check_tables(decision, decision.logic.get());
    for (const KnowledgeModel& knowledge : compiled.knowledge) {
        if (knowledge.function) check_tables(knowledge, knowledge.function->body.get());
    }
    check_detail::check_names(compiled, functions, report);
    std::stable_sort(problems.begin(), problems.end(),
                     [](const bpmn::Problem& left, const bpmn::Problem& right) { return left.line < right.line; });
    return problems;
}

}  // namespace dandori::dmn
