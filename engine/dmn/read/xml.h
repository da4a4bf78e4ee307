#pragma once
// Small questions to a node of a DMN file.

#include <string>
#include <string_view>
#include <vector>

#include "bpmn/model/xml.h"

namespace dandori::dmn::read_detail {

using bpmn::XmlNode;

/// Whether a namespace is that of DMN's models, 1.1 to 1.5.
bool is_dmn_namespace(std::string_view);

bool is_dmn(const XmlNode&, std::string_view local_name);
/// The first child element of DMN of that name; null pointer if there is none.
const XmlNode* child(const XmlNode&, std::string_view local_name);
std::vector<const XmlNode*> children(const XmlNode&, std::string_view local_name);
/// The attribute, or empty text.
std::string attribute(const XmlNode&, std::string_view name);
std::string trimmed(std::string_view);
/// A name with its white space as FEEL sees it: none around, one space between words.
std::string name_text(std::string_view);
/// The text of the child `text`, trimmed.
std::string formula_text(const XmlNode&);

}  // namespace dandori::dmn::read_detail
