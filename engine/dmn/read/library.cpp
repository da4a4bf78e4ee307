// The models that are imported, found among the files given by their namespaces.
#include "bpmn/read/xml_tree.h"
#include "engine/dmn/read/reader.h"

namespace dandori::dmn::read_detail {

std::shared_ptr<const Compiled> Library::find(const std::string& namespace_name, const XmlNode& at,
                                              const std::string& file, std::vector<bpmn::Problem>& problems) {
    const auto tell = [&](std::string what, std::string mend) {
        problems.push_back(
            {file, at.line, attribute(at, "id"), std::move(what), std::move(mend), bpmn::Problem::Severity::Error});
    };
    if (const auto known = read_.find(namespace_name); known != read_.end()) return known->second;
    if (!indexed_) {
        indexed_ = true;
        for (std::size_t index = 0; index < sources_.size(); ++index) {
            std::vector<bpmn::Problem> unused;
            const auto document = bpmn::read_detail::parse_xml(sources_[index].xml, sources_[index].file_name, unused);
            if (!document) continue;
            for (const XmlNode& root : document->children) {
                if (is_dmn(root, "definitions")) by_namespace_.emplace(attribute(root, "namespace"), index);
            }
        }
    }
    const auto source = by_namespace_.find(namespace_name);
    if (source == by_namespace_.end()) {
        tell("The model with namespace '" + namespace_name + "' is imported, but no such file was given.",
             "Give the imported file too.");
        return nullptr;
    }
    if (on_the_way_.size() >= import_depth_max || !on_the_way_.insert(namespace_name).second) {
        tell("The import of '" + namespace_name + "' leads back to itself or deeper than " +
                 std::to_string(import_depth_max) + " models.",
             "Move what both models need into a third one.");
        return nullptr;
    }
    const Source& file_to_read = sources_[source->second];
    auto model = Reader(file_to_read.file_name, *this, problems).read(file_to_read.xml);
    on_the_way_.erase(namespace_name);
    read_.emplace(namespace_name, model);
    return model;
}

}  // namespace dandori::dmn::read_detail
