#pragma once
#include "adapters/documents/fill.h"

namespace dandori::test {

/// The values and decisions of a sample file, `samples/<template id>.json`.
documents::Matter sample_matter(const std::string& file);

/// FEEL as the server works it out, with the ward's calendar, on a fixed day.
worker::Evaluate real_expressions();

/// All of a file; throws where it can't be read.
std::string content_of_file(const std::string& file);

}  // namespace dandori::test
