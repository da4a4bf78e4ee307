#pragma once
// How others read the files: the tools of poppler, qpdf, LibreOffice.

#include <string>
#include <string_view>

namespace dandori::test {

/// What a command prints; "failed (status): ..." where it failed.
std::string output_of(const std::string& command);

/// Writes a file into build/.../documents, where it can be looked at, and tells its path.
std::string kept(const std::string& name, const std::string& bytes);

std::size_t times_in(std::string_view text, std::string_view part);

}  // namespace dandori::test
