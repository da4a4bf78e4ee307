#pragma once
// Text to tree: the only place that reads XML of the notation.

#include <optional>
#include <string_view>
#include <vector>

#include "bpmn/model/xml.h"
#include "bpmn/problem.h"

namespace dandori::bpmn::read_detail {

inline constexpr std::size_t size_max = 16u << 20;
inline constexpr int depth_max = 200;

/// The document as a node whose children are prologue and root. Nothing when it isn't well-formed or passes a bound.
std::optional<XmlNode> parse_xml(std::string_view text, const std::string& file, std::vector<Problem>& problems);

}  // namespace dandori::bpmn::read_detail
