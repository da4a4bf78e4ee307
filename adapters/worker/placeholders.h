#pragma once
// Texts with `{{= FEEL }}` in them, and values as people read them.

#include <string>
#include <string_view>
#include <vector>

#include "adapters/worker/expression.h"
#include "adapters/worker/japanese_time.h"

namespace dandori::worker {

/// A value as it is written for people: はい, 2026年4月6日（月）10:00, `a、b`; null as nothing.
std::string written_for_people(const boost::json::value&, Years = Years::Western);

/// Where the placeholder that begins at `start` ends, behind its `}}`; npos when it has no end.
std::size_t end_of_placeholder(std::string_view text, std::size_t start);

/// Where the next placeholder begins; npos when there is none.
std::size_t find_placeholder(std::string_view text, std::size_t from = 0);

/// Fails (Syntax) at the first placeholder without an end.
Result<void> check_placeholders(std::string_view text);

/// Fills texts; remembers how the placeholders of the last one came out. All values together are at most 1 MB.
class Filling {
  public:
    using Escape = std::string (*)(const std::string&);

    /// The variables and `evaluate` must outlive it.
    Filling(const boost::json::object& variables, const Evaluate& evaluate, Years years = Years::Western)
        : variables_(variables), evaluate_(evaluate), years_(years) {}

    /// Every value goes through `escape`, where there is one.
    Result<std::string> fill(std::string_view text, Escape escape = nullptr);

    /// Whether the text had placeholders and all of them gave nothing.
    bool came_out_empty() const { return placeholders_ > 0 && filled_placeholders_ == 0; }

    /// The expressions that gave nothing, of all texts so far.
    const std::vector<std::string>& empty_placeholders() const { return empty_; }

    /// From now on the values are these.
    void look_at(const boost::json::object& variables) { variables_ = variables; }

  private:
    Result<std::string> value_of(std::string_view expression);

    Variables variables_;
    const Evaluate& evaluate_;
    Years years_;
    std::vector<std::string> empty_;
    std::size_t placeholders_ = 0, filled_placeholders_ = 0, written_ = 0;
};

}  // namespace dandori::worker
