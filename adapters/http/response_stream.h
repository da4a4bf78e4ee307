#pragma once
// An answer that goes on: server-sent events and the like.

#include <memory>
#include <string>

namespace dandori::http {

/// The client's end of an answer whose body comes bit by bit. All may be called by any thread, also when nobody reads any more.
class ResponseStream {
  public:
    virtual ~ResponseStream() = default;
    /// Sends more. A client that doesn't keep up, so that more than ServerSettings::stream_bytes_max wait for it, is cut off.
    virtual void write(std::string part) = 0;
    /// The answer is whole.
    virtual void end() = 0;
    /// False once the client has gone, was cut off, or the answer was ended.
    virtual bool is_open() const = 0;
};

}  // namespace dandori::http
