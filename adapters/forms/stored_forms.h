#pragma once
#include <string>
#include <vector>

#include "adapters/forms/template.h"
#include "engine/port/store.h"

namespace dandori::forms {

/// A template as it was deployed, with the name of its file, which tells where its original lies.
struct StoredForm {
    FormTemplate form;
    std::string resource_name;
};

/// The template of this id that holds on a day: of the versions valid then the highest. Fails where there is none, saying which are there, or where it
/// can't be read.
Result<StoredForm> form_for(engine::Reader&, const std::string& id, const std::string& iso_date);
/// This very version.
Result<StoredForm> form_of_version(engine::Reader&, const std::string& id, int version);
/// All that can be read.
std::vector<StoredForm> all_forms(engine::Reader&);

/// The original workbook of a template; empty where it names none. Fails where it isn't deployed.
Result<std::string> original_of(engine::Reader&, const StoredForm&);

}  // namespace dandori::forms
