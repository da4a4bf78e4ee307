#pragma once
// How the engine's rejections are answered.

#include "engine/runtime/command.h"

namespace dandori::rest {

struct RejectionWords {
    int status;
    std::string_view title;  ///< what clients look at
    std::string_view code;   ///< what people look for in the detail
};

inline RejectionWords words_of(engine::Rejection::Code rejected) {
    using Code = engine::Rejection::Code;
    switch (rejected) {
        case Code::InvalidArgument: return {400, "INVALID_ARGUMENT", "INVALID_ARGUMENT"};
        case Code::Forbidden: return {403, "FORBIDDEN", "FORBIDDEN"};
        case Code::NotFound: return {404, "NOT_FOUND", "NOT_FOUND"};
        case Code::InvalidState: return {409, "INVALID_STATE", "INVALID_STATE"};
        case Code::AlreadyExists: return {409, "ALREADY_EXISTS", "ALREADY_EXISTS"};
        case Code::ResourceExhausted: return {503, "RESOURCE_EXHAUSTED", "RESOURCE_EXHAUSTED"};
        case Code::Unavailable: return {503, "UNAVAILABLE", "UNAVAILABLE"};
        case Code::Timeout: return {504, "GATEWAY_TIMEOUT", "DEADLINE_EXCEEDED"};
        case Code::Internal: break;
    }
    return {500, "INTERNAL_ERROR", "INTERNAL_ERROR"};
}

}  // namespace dandori::rest
