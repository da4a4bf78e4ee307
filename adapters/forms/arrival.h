#pragma once
#include <string>
#include <string_view>

namespace dandori::forms {

/// How a file came.
struct Arrival {
    enum class Way { Upload, Mail, Folder };
    Way way = Way::Upload;
    std::string by;  ///< who uploaded it, or the address that it was sent from; of a folder nobody
};

/// `UPLOAD`, `MAIL`, `FOLDER`
std::string_view name_of(Arrival::Way);
/// Upload where the name is none of these.
Arrival::Way way_named(std::string_view);

/// What it is trusted by: the address of a mail in lower case, `folder`; of an upload nothing, since a person is there to confirm it.
std::string source_of(const Arrival&);

}  // namespace dandori::forms
