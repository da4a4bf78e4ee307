#pragma once
#include <boost/json.hpp>
#include <functional>
#include <memory>
#include <string_view>

#include "engine/failure.h"

namespace dandori::worker {

/// Variables over which several expressions are worked out: what the one who works them out makes of the variables is made
/// once. The object must stay as it is, and must outlive this. For one thread.
class Variables {
  public:
    Variables(const boost::json::object& values) : values_(&values) {}
    operator const boost::json::object&() const { return *values_; }

    /// What was kept last; a null pointer at first. Only who keeps it knows its type.
    const std::shared_ptr<const void>& kept() const { return kept_; }
    void keep(std::shared_ptr<const void> made) const { kept_ = std::move(made); }

  private:
    const boost::json::object* values_;
    mutable std::shared_ptr<const void> kept_;
};

/// Works out a FEEL expression (without its leading `=`) over variables; given from outside, so that the rooms need no
/// more of FEEL than its result as JSON. Times and dates come as ISO 8601 texts. May be called by several threads.
using Evaluate = std::function<Result<boost::json::value>(std::string_view expression, const Variables& variables)>;

}  // namespace dandori::worker
