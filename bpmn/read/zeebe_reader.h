#pragma once
#include "bpmn/model/xml.h"
#include "bpmn/model/zeebe.h"

namespace dandori::bpmn::read_detail {

/// Of the `extensionElements` among the element's children; what isn't of the vocabulary is passed over.
zeebe::Extension read_extension(const XmlNode& element);

}  // namespace dandori::bpmn::read_detail
