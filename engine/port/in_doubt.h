#pragma once
#include "engine/port/store_fault.h"

namespace dandori::engine {

/// Thrown by Store::commit() where it can't tell whether the batch is there: whoever waits for an answer must be told so.
class InDoubt : public StoreFault {
  public:
    using StoreFault::StoreFault;
};

}  // namespace dandori::engine
