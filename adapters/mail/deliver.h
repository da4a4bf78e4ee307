#pragma once
// `dandori mail deliver`: one mail from standard input to the running program. Made for a mail server's pipe.

#include <istream>
#include <ostream>
#include <string>

namespace dandori::mail {

struct DeliverSettings {
    std::string server = "http://127.0.0.1:8080";
    std::string token;      ///< sent as `Authorization: Bearer`; empty: none
    std::string recipient;  ///< of the envelope; may be empty
    std::size_t bytes_max = 25 * 1024 * 1024;
    std::size_t kept_of_too_large = 256 * 1024;  ///< how much of a larger mail is handed over, for the tray
    int timeout_seconds = 60;
};

/// Exit codes as sysexits.h has them, which mail servers understand.
enum class DeliverExit {
    Taken = 0,       ///< committed; where it went was printed on `out`
    DataError = 65,  ///< no mail, or too large: the mail server returns it to its sender with our words
    TryAgain = 75    ///< the program is not reachable or can't take it now: the mail server keeps it
};

/// Prints one line: on `out` where the mail went, on `err` why it was not taken.
DeliverExit deliver(std::istream& in, std::ostream& out, std::ostream& err, const DeliverSettings&);

}  // namespace dandori::mail
