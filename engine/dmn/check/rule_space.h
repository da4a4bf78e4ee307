#pragma once
// All rules of a decision table as boxes in the space of its input values, so that gaps and overlaps can be found.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/dmn/cell.h"

namespace dandori::dmn::check_detail {

class RuleSpace {
  public:
    /// None if some cell must be evaluated to know what it tests, or if a column mixes kinds.
    static std::optional<RuleSpace> of(const TableBox& table);

    std::size_t rules() const { return rules_; }
    /// The first column whose cell of this rule is true of no value that its column can have.
    std::optional<std::size_t> never_true(std::size_t rule) const;
    /// Input values that both rules match, as text; none if they don't overlap.
    std::optional<std::string> overlap(std::size_t left, std::size_t right) const;
    /// Whether each input that the rule matches is matched by an earlier rule. False also if that is too much to find
    /// out.
    bool hidden(std::size_t rule) const;
    /// Input values that no rule matches, as text: the first few of them.
    std::vector<std::string> gaps(std::size_t count_max) const;

  private:
    struct Column {
        std::string label;
        Segments segments;
        Bits domain;                ///< the segments that hold values the column can have
        std::vector<Bits> of_rule;  ///< for each rule, the segments of the domain it matches
        std::vector<Bits> groups;   ///< for each segment, the rules that match it
    };

    struct Search {
        std::vector<std::size_t> path;
        std::vector<std::vector<std::size_t>> found;
        std::vector<std::set<Bits>> seen;
        bool gave_up = false;
        std::size_t count_max = 1;
    };

    void search(Search& search, const Bits& active, const std::size_t* within_rule) const;
    std::string text_of(const std::vector<std::size_t>& path) const;
    static std::string example(const Column& column, std::size_t segment);

    std::size_t rules_ = 0;
    std::vector<Column> columns_;
    mutable std::size_t steps_left_ = 1'000'000;  ///< of all searches together
};

}  // namespace dandori::dmn::check_detail
