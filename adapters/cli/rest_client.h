#pragma once
// The running server, as the commands see it.

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "adapters/cli/process_folder.h"
#include "engine/failure.h"

namespace dandori::cli {

/// Which server, and as whom.
struct Connection {
    std::string server = "http://127.0.0.1:8080";
    std::string username;  ///< empty: nobody, as with `--auth none`
    std::string password;
};

/// Asks the REST API of a server. A Failure says in one sentence what the server or the network said.
class RestClient {
  public:
    explicit RestClient(Connection connection) : connection_(std::move(connection)) {}

    /// `send("POST", "/process-instances", body)`; the path is under `/v2`. Null where the answer has no body.
    Result<boost::json::value> send(const std::string& method, const std::string& path,
                                    const boost::json::value& body = {});

    /// Deploys the files as one.
    Result<boost::json::value> deploy(const std::vector<DeployableFile>& files);

    /// A field of a form; with a file name it is a file.
    struct Field {
        std::string name, content, file_name;
    };
    /// Posts a form to a path that is not under `/v2`: `post_form("/api/people/import", fields)`.
    Result<boost::json::value> post_form(const std::string& path, const std::vector<Field>&);

  private:
    Connection connection_;
};

}  // namespace dandori::cli
