#pragma once
#include <optional>
#include <string>

#include "adapters/worker/expression.h"
#include "engine/runtime/command.h"

namespace dandori::worker {

/// The variables or headers of a job as an object; fails when they are none.
Result<boost::json::object> object_of(const engine::Json&);

/// A text variable, or an empty text where there is none.
std::string text_in(const boost::json::object& variables, std::string_view name);

/// What is wrong with a header, as whoever reads the incident is told it.
tl::unexpected<Failure> unusable_header(const std::string& name, const std::string& text);

/// The headers of a task, worked out: a value that begins with `=` is FEEL over the job's variables, any other is taken
/// as it stands. The variables and `evaluate` must outlive it.
class TaskHeaders {
  public:
    TaskHeaders(boost::json::object headers, const boost::json::object& variables, const Evaluate& evaluate)
        : headers_(std::move(headers)), variables_(variables), evaluate_(evaluate) {}

    /// null where there is no such header.
    Result<boost::json::value> value(const std::string& name) const;
    bool is_expression(std::string_view name) const;
    /// Fails when it gave something else than a text or null.
    Result<std::optional<std::string>> text(const std::string& name) const;

  private:
    boost::json::object headers_;
    Variables variables_;
    const Evaluate& evaluate_;
};

}  // namespace dandori::worker
