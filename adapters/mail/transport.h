#pragma once
// How a mail leaves the house: by SMTP, or into a folder.

#include <string>
#include <vector>

namespace dandori::mail {

/// How sending went.
struct Sending {
    enum class Result {
        Sent,      ///< the server has it
        TryAgain,  ///< not now: no connection, a 4xx answer, a sign-in that was refused
        Failed     ///< refused for good (5xx)
    };
    Result result = Result::Sent;
    std::string reason;  ///< the server's words, or curl's; also of recipients refused while others were taken
};

class Transport {
  public:
    virtual ~Transport() = default;
    /// Hands over one mail (CRLF line ends). Never throws. Called by one thread at a time.
    virtual Sending send(const std::string& sender, const std::vector<std::string>& recipients,
                         const std::string& message) = 0;
};

enum class Security { None, StartTls, Tls };

struct SmtpSettings {
    std::string host;
    int port = 587;
    Security security = Security::StartTls;
    std::string username;  ///< empty: no sign-in
    std::string password;
    std::string certificate_authorities;  ///< file of trusted certificates; empty: the system's
    std::string hello_name = "localhost";
    int timeout_seconds = 60;
};

/// Sends by SMTP with libcurl. With StartTls a server that offers none is refused.
class SmtpTransport : public Transport {
  public:
    explicit SmtpTransport(SmtpSettings settings) : settings_(std::move(settings)) {}
    Sending send(const std::string& sender, const std::vector<std::string>& recipients,
                 const std::string& message) override;

  private:
    SmtpSettings settings_;
};

/// Writes each mail as an `.eml` file named by its hash; the same mail twice is one file. A file is whole or not there.
/// The envelope is kept in `X-Envelope-To`, one line before the mail's own headers.
class FolderTransport : public Transport {
  public:
    /// Makes the folder when it is missing.
    explicit FolderTransport(std::string folder) : folder_(std::move(folder)) {}
    Sending send(const std::string& sender, const std::vector<std::string>& recipients,
                 const std::string& message) override;

  private:
    std::string folder_;
};

}  // namespace dandori::mail
