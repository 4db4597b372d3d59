#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/nt_version.hpp"

namespace conformance {

/// What a requirement rests on: the document's text, what follows from the text and common
/// practice, or our own addition. Only the first can contradict the documentation.
enum class Basis { document, inferred, own };

std::string_view to_string(Basis basis) noexcept;
/// The basis of that name, or nothing.
std::optional<Basis> basis_from(std::string_view name) noexcept;

/// One page of the documentation.
struct Document {
    std::string id;
    std::string title;
    std::string address;
};

/// A place where the documents contradict themselves or leave a gap, and the reading that we take.
struct Reading {
    std::string conflict;
    std::string taken;
};

/// One checkable claim of a document.
struct Requirement {
    std::string id;
    std::string document;
    std::string section;
    std::string statement;
    Basis basis = Basis::document;
    VersionRange versions;
    std::vector<Reading> readings;
    /// Ids of the requirements without which this one cannot hold: what makes them fail makes this
    /// one fail, too.
    std::vector<std::string> includes;
    /// Why no case can exercise it; empty when one can.
    std::string not_exercisable;
};

/// All requirements, in the order of the documents.
class RequirementCatalogue {
public:
    /// Adds the document and the requirements of one JSON text. `name` is what an InputError calls
    /// the text; it names the first member that is missing, of the wrong type, unknown or repeated.
    void add(std::string_view text, const std::string& name);

    const std::vector<Document>& documents() const noexcept { return documents_; }
    const std::vector<Requirement>& requirements() const noexcept { return requirements_; }

    /// The requirement of that id, or null.
    const Requirement* find(std::string_view id) const noexcept;
    const Document* find_document(std::string_view id) const noexcept;

    /// Why a row of these versions that checks these requirements is not for `version`, or an empty
    /// text when it is. Requirements that are not in the catalogue say nothing.
    std::string why_not_applicable(const VersionRange& row,
                                   const std::vector<std::string>& requirements,
                                   const NtVersion& version) const;

    /// Whether a reason is one of why_not_applicable, and not one that a row's body gave.
    static bool is_of_version(std::string_view reason) noexcept;

private:
    std::vector<Document> documents_;
    std::vector<Requirement> requirements_;
};

/// Why a row cannot be observed on a version outside of those.
std::string why_not_observable(const VersionRange& observable);

}  // namespace conformance
