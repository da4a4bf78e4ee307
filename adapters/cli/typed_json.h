#pragma once
// FEEL values in JSON that says every type: {"type": "date", "value": "2020-01-31"}; so nothing is lost either way.

#include <string>

#include "engine/failure.h"
#include "engine/feel/value.h"

namespace dandori::cli {

/// The value that JSON, read as plain FEEL contexts and lists, stands for. A Failure tells an unknown type or a text
/// that isn't of it.
Result<feel::Value> from_typed_json(const feel::Value& json);

/// On one line.
std::string to_typed_json(const feel::Value&);

}  // namespace dandori::cli
