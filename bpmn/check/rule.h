#pragma once
// What a rule of the checker is: a few plain functions over the model, one rule one file, listed in rules.cpp.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bpmn/model/definitions.h"
#include "bpmn/problem.h"

namespace dandori::bpmn::check_detail {

/// Gathers what the rules find in one file.
class Findings {
  public:
    Findings(const Definitions& model, std::vector<Problem>& problems) : model_(model), problems_(problems) {}

    const Definitions& model() const { return model_; }
    /// The file can't be run. `what` was found, `mend` says what to do: both are whole sentences.
    void error(const Element& at, std::string what, std::string mend);
    /// It can be run, but surely not as meant.
    void warn(const Element& at, std::string what, std::string mend);

  private:
    const Definitions& model_;
    std::vector<Problem>& problems_;
};

struct Rule {
    enum class Applies {
        Always,          ///< the notation itself: drawings have to keep it too
        WhenExecutable,  ///< only what is to be run: processes with isExecutable="true"
    };

    std::string_view name;  ///< of its file
    Applies applies = Applies::WhenExecutable;
    void (*node)(const FlowNode&, Findings&) = nullptr;     ///< every flow node of every scope
    void (*scope)(const Scope&, Findings&) = nullptr;       ///< every process and every sub-process
    void (*file)(const Definitions&, Findings&) = nullptr;  ///< once; it looks itself at what is executable
};

/// In the order in which they are told of one line.
std::span<const Rule* const> rules();

}  // namespace dandori::bpmn::check_detail
