#pragma once
// The files of a process folder, as processes/README.md lays it out.

#include <string>
#include <vector>

#include "engine/failure.h"

namespace dandori::cli {

inline constexpr std::size_t deployable_bytes_max = 16 << 20;  ///< of one file
inline constexpr std::size_t deployable_files_max = 1'000;     ///< of one folder

struct DeployableFile {
    std::string name;  ///< as it is deployed: `incident.bpmn`, `mails/ML-a-received.ja.txt`
    std::string content;
};

/// What one folder deploys: its `.bpmn`, `.dmn` and `.form` files, its `mails/*.txt` and `mails/*.html`, its `documents/*.json` and its
/// `request-forms/*.json` and `*.xlsx`, by name.
/// Stories, tables (`adapters/tables` reads these) and README files stay where they are.
Result<std::vector<DeployableFile>> files_of_folder(const std::string& folder);

/// One file, whatever its kind, under its own name.
Result<DeployableFile> deployable_file(const std::string& path);

/// The folders right below this one that deploy anything, by name.
Result<std::vector<std::string>> process_folders(const std::string& folder);

}  // namespace dandori::cli
