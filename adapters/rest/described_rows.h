#pragma once
#include <string>

namespace dandori::rest {

/// A part of the API's description (adapters/openapi): for each kind of row, `UserTask`, the schemas `UserTask`,
/// `UserTaskFilter`, `UserTaskSort`, `UserTaskSearch` and `UserTaskPage`.
std::string described_rows();

}  // namespace dandori::rest
