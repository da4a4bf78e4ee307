#pragma once
#include <string>
#include <string_view>

#include "bpmn/model/element.h"

namespace dandori::bpmn {

/// The value of an element's `zeebe:property` of that name; empty where it has none.
inline std::string property_of(const Element& element, std::string_view name) {
    for (const auto& property : element.extension.properties) {
        if (property.name == name) return property.value;
    }
    return {};
}

}  // namespace dandori::bpmn
