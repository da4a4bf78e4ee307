#pragma once
// How what can go wrong every day is carried: by value, in the signature. See docs/decisions/0002-failures-by-value.md.

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace dandori {

/// Why something can't go on. Becomes an incident of the element, a rejection of the command, or a message to the person.
struct Failure {
    /// What kind of work failed; an incident's error type is derived from it (Camunda 8: IncidentErrorTypeEnum).
    enum class Kind {
        Condition,           ///< no flow of a gateway can be taken
        ExtractValue,        ///< an expression gave a value of the wrong type, or none
        IoMapping,           ///< an input or output mapping failed
        CalledElement,       ///< the called process is not there
        CalledDecision,      ///< the called decision is not there
        DecisionEvaluation,  ///< the decision is there and failed
        FormNotFound,        ///< the linked form is not deployed
        ResourceNotFound,    ///< a linked resource is not deployed
        UnhandledError,      ///< a BPMN error nobody catches
        MessageSize,         ///< the job with its variables is too large to be handed out
        JobNoRetries,        ///< a worker failed for the last time
        Syntax,              ///< a text could not be read
        Bounds,              ///< a limit on size, depth or number was passed
        Unspecified,         ///< anything else; the text says what
    };

    Kind kind = Kind::Unspecified;
    std::string text;  ///< one sentence: what was found, what was expected, where

    bool operator==(const Failure&) const = default;
};

/// A value or the Failure to have one. Dropping it unseen is a compiler warning.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Failure> {
  public:
    using tl::expected<T, Failure>::expected;
};

/// A Failure on its way out of a function that returns any Result<T>.
inline tl::unexpected<Failure> fail(Failure::Kind kind, std::string text) {
    return tl::unexpected<Failure>(Failure{kind, std::move(text)});
}

inline tl::unexpected<Failure> fail(Failure failure) { return tl::unexpected<Failure>(std::move(failure)); }

namespace detail {
template <class T>
T take(tl::expected<T, Failure>&& result) {
    return std::move(*result);
}
inline void take(tl::expected<void, Failure>&&) {}
}  // namespace detail

}  // namespace dandori

/// The value of a Result, or return its Failure to the caller.
#define TRY(expression)                                                              \
    ({                                                                               \
        auto try_result = (expression);                                              \
        if (!try_result) return ::dandori::fail(std::move(try_result).error());      \
        ::dandori::detail::take(std::move(try_result));                              \
    })
