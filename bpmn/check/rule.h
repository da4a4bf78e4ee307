#pragma once
// What a rule of the checker is: its texts in both languages and a few plain functions over the model. One rule one
// file, listed in rules.cpp.

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bpmn/check/words.h"
#include "bpmn/findings.h"
#include "bpmn/model/definitions.h"
#include "bpmn/problem.h"

namespace dandori::bpmn::check_detail {

/// Whole sentences in both languages; {1}, {2} ... stand for what was found.
struct Text {
    std::string_view english, japanese;
};

/// One way to break a rule.
struct Fault {
    Problem::Severity severity = Problem::Severity::Error;
    Text what, mend;
};

inline constexpr auto error = Problem::Severity::Error;
inline constexpr auto warning = Problem::Severity::Warning;

struct Rule;

/// Gathers what the rules find in one file.
class Findings {
  public:
    Findings(const Definitions& model, std::vector<Finding>& found) : model_(model), found_(found) {}

    const Definitions& model() const { return model_; }
    /// Tells the fault of the element; `found` fills {1}, {2} ... of its sentences.
    void tell(const Element& at, const Fault&, const std::vector<Words>& found = {});
    /// Which rule what follows is told for.
    void begin(const Rule& rule) { rule_ = &rule; }

  private:
    const Definitions& model_;
    std::vector<Finding>& found_;
    const Rule* rule_ = nullptr;
};

struct Rule {
    enum class Applies {
        Always,          ///< the notation itself: drawings have to keep it too
        WhenExecutable,  ///< only what is to be run: processes with isExecutable="true"
    };

    std::string_view name;  ///< of its file, and of its example in tests/bpmn/bad
    Applies applies = Applies::WhenExecutable;
    CheckDepth depth = CheckDepth::Structure;  ///< from which depth on it is asked
    Text why;
    std::array<const Fault*, 12> faults{};                  ///< all that it can tell; null after the last
    void (*node)(const FlowNode&, Findings&) = nullptr;     ///< every flow node of every scope
    void (*scope)(const Scope&, Findings&) = nullptr;       ///< every process and every sub-process
    void (*file)(const Definitions&, Findings&) = nullptr;  ///< once; it looks itself at what is executable
};

/// In the order in which they are told of one line.
std::span<const Rule* const> rules();

}  // namespace dandori::bpmn::check_detail
