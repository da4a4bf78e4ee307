#pragma once
// Secrets come from the environment or a file, never from the command line, and are never logged.

#include <string>

#include "engine/failure.h"

namespace dandori {

/// The environment variable, else the first line of the file; empty where neither is named. Fails when the file can't
/// be read or is readable by others.
Result<std::string> secret_from(const char* environment_variable, const std::string& file);

/// The secret kept in this file, made at random and readable by its owner only when the file isn't there.
Result<std::string> lasting_secret(const std::string& file);

/// 256 random bits in hexadecimal.
std::string random_secret();

}  // namespace dandori
