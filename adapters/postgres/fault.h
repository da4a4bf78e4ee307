#pragma once
#include <string>

#include "engine/port/store_fault.h"

namespace dandori::postgres {

/// What PostgreSQL could not do, with its reason.
class Fault : public engine::StoreFault {
  public:
    enum class Kind {
        Refused,  ///< the server said no; nothing was written
        Full,     ///< the server's disk is full; nothing was written
        Lost      ///< the connection is gone
    };
    Fault(const std::string& text, Kind kind, std::string code = "") : engine::StoreFault(text), kind_(kind), code_(std::move(code)) {}
    Kind kind() const { return kind_; }
    bool is_full() const { return kind_ == Kind::Full; }
    /// PostgreSQL's SQLSTATE, where the server said one.
    const std::string& code() const { return code_; }

  private:
    Kind kind_;
    std::string code_;
};

}  // namespace dandori::postgres
