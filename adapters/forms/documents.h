#pragma once
// Forms and answers as documents of the store, and what is noted with them.

#include <boost/json/object.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "adapters/forms/engine_access.h"
#include "adapters/forms/fill.h"
#include "adapters/forms/form_files.h"

namespace dandori::forms {

/// One line of a form that was made: what an answer to it is known by.
struct SentLine {
    std::string request_no, line_no;
    std::map<std::string, std::string> natural_key;
};

/// A form that was made: which lines stand in it.
struct FormRecord {
    std::string form_id;
    int form_version = 1;
    std::string number;
    std::vector<SentLine> lines;
};

FormRecord record_of(const FormTemplate&, const FilledForm&, const std::string& number);

/// A file of a form as a document of the job's case. Its id follows from what it is, so the same file is put aside once.
engine::PutDocument document_of(const engine::Job&, FormFile, const FormRecord&);
/// The documents that a reference, or a list of them, names, with what is in them; the header it stands in is told where it is none.
struct ReferredFile {
    std::string name, bytes, content_hash;
};
Result<std::vector<ReferredFile>> files_referred_to(const boost::json::value& references, const std::string& header, engine::Reader&);

/// How processes and pages refer to a document (Camunda 8's document reference).
boost::json::object reference_to(const engine::Document&);

/// Puts a document aside, unless the very same lies there already. Fails where the store can't take it now.
Result<void> put_once(const EngineAccess&, engine::PutDocument, std::optional<engine::Actor> actor = {});

/// Forms that were made, the newest first.
struct MadeRecord {
    FormRecord record;
    std::optional<engine::ProcessInstanceKey> process_instance_key;
};
std::vector<MadeRecord> made_forms(engine::Reader&);

}  // namespace dandori::forms
