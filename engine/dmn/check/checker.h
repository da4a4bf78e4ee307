#pragma once
// What is told of a model that can be run, but surely not as meant.

#include <string>
#include <string_view>
#include <vector>

#include "engine/dmn/cell.h"
#include "engine/dmn/compiled.h"

namespace dandori::dmn::check_detail {

/// Where problems are told: the file and the element whose logic is looked at.
class Report {
  public:
    Report(std::string file, std::vector<bpmn::Problem>& problems) : file_(std::move(file)), problems_(problems) {}

    void about(const Element& element) { element_ = &element; }
    const std::string& name() const { return element_->name; }
    void warn(int line, std::string what, std::string mend) {
        problems_.push_back(
            {file_, line, element_->id, std::move(what), std::move(mend), bpmn::Problem::Severity::Warning});
    }

  private:
    std::string file_;
    std::vector<bpmn::Problem>& problems_;
    const Element* element_ = nullptr;
};

/// Cells of the wrong kind, outputs of the wrong type, rules never reached, overlaps and gaps of one table.
void check_table(const TableBox& table, Report& report);

/// Names that expressions read and nobody gives.
void check_names(const Compiled& model, const feel::FunctionLibrary* functions, Report& report);

}  // namespace dandori::dmn::check_detail
