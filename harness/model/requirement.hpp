#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/nt_version.hpp"

namespace conformance {

/// The basis of a requirement: the text of a document, an inference from it and common practice, or
/// this project's own addition. Only the first can contradict the documentation.
enum class Basis { document, inferred, own };

std::string_view to_string(Basis basis) noexcept;
/// The basis with that name, or nothing.
std::optional<Basis> basis_from(std::string_view name) noexcept;

/// One page of the documentation.
struct Document {
    std::string id;
    std::string title;
    std::string address;
};

/// A place where the documents contradict each other or leave a gap, and the chosen reading.
struct Reading {
    std::string conflict;
    std::string taken;
};

/// One testable claim of a document.
struct Requirement {
    std::string id;
    std::string document;
    std::string section;
    std::string statement;
    Basis basis = Basis::document;
    VersionRange versions;
    std::vector<Reading> readings;
    /// Ids of the requirements without which this one cannot hold: a fault that breaks them breaks
    /// this one, too.
    std::vector<std::string> includes;
    /// Why no case can test it; empty when a case can.
    std::string not_exercisable;
};

/// All requirements, in the order of the documents.
class RequirementCatalogue {
public:
    /// Adds the document and its requirements from JSON text. Throws InputError, which begins with
    /// `name`, for the first member that is missing, of the wrong type, unknown or repeated.
    void add(std::string_view text, const std::string& name);

    const std::vector<Document>& documents() const noexcept { return documents_; }
    const std::vector<Requirement>& requirements() const noexcept { return requirements_; }

    /// The requirement with that id, or null.
    const Requirement* find(std::string_view id) const noexcept;
    const Document* find_document(std::string_view id) const noexcept;

    /// Why a row for these versions that checks these requirements does not apply to `version`;
    /// empty when it applies. Unknown requirements are ignored.
    std::string why_not_applicable(const VersionRange& row,
                                   const std::vector<std::string>& requirements,
                                   const NtVersion& version) const;

    /// Whether a reason comes from why_not_applicable and not from the body of a row.
    static bool is_of_version(std::string_view reason) noexcept;

private:
    std::vector<Document> documents_;
    std::vector<Requirement> requirements_;
};

/// Why a row cannot be observed on a version outside this range.
std::string why_not_observable(const VersionRange& observable);

}  // namespace conformance
