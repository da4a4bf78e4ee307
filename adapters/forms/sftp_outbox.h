#pragma once
// The way out to a folder on another machine (`dandori:handoff-sftp`).

#include <filesystem>
#include <string>

#include "adapters/forms/engine_access.h"
#include "adapters/worker/expression.h"

namespace dandori::forms {

inline constexpr std::string_view sftp_job_type = "dandori:handoff-sftp";

/// Where files go by SFTP, and how the server is known. Nothing of it is logged but the address.
struct SftpSettings {
    std::string url;                ///< `sftp://host:port/folder`, the folder from the root; empty: there is none
    std::string user;
    std::filesystem::path key_file;  ///< the private key, without a pass phrase
    std::string host_key;            ///< SHA-256 of the server's public key, as `ssh-keygen -lf` prints it: `SHA256:...`
};

/// Why these can't be used, naming the option; nothing where they can, or where there are none.
Result<void> check(const SftpSettings&);

/// Puts a file into the folder so that whoever looks sees all of it or nothing: sent under a name that begins with a dot, then given its own. The same
/// file again changes nothing. Fails, leaving the folder as it was but for that hidden file, where the server can't be reached or refuses it, or another
/// file has the name; as ResourceNotFound where the server isn't the one it should be.
Result<void> put_by_sftp(const SftpSettings&, const std::string& name, const std::string& bytes);

/// Works one job: sends the documents that the header `documents` gives (default `=form.documents`), all of them, then completes it with `handedOff`.
/// A server that isn't the one it should be is an incident at once; what else goes wrong is tried again, and in the end becomes one.
void work_sftp_job(const engine::ActivatedJob&, const EngineAccess&, const SftpSettings&, const worker::Evaluate&, const worker::Log&);

}  // namespace dandori::forms
